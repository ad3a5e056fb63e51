package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.claim.Claim.Kind;
import dev.surety.guardrail.evaluation.check.claim.Claim.Value;
import dev.surety.guardrail.evaluation.check.claim.ClaimReader.Found;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Times of day ("18 Uhr", "6:30 pm", "14h30"), in minutes since midnight. */
final class TimesOfDay {
    private static final int NOON = 12 * 60;

    private TimesOfDay() {}

    /** The time that begins with the number at {@code at}, or null. */
    static @Nullable Found at(Lexemes lexemes, int at) {
        String written = lexemes.get(at).text();
        int point = written.indexOf('.');
        int hour = Digits.value(point < 0 ? written : written.substring(0, point));
        int minute = point < 0 ? 0 : Digits.value(written.substring(point + 1));
        int next = at + 1;
        boolean clock = false;
        if (hasMinutes(lexemes, next)) {
            minute = Digits.value(lexemes.get(next + 1).text());
            next += 2;
            clock = true;
        }
        boolean afternoon = isHalf(lexemes, next, "p");
        boolean morning = isHalf(lexemes, next, "a");
        if (lexemes.isWord(next, "uhr") || afternoon || morning) {
            next += lexemes.isSymbol(next + 1, ".") && lexemes.isWord(next + 2, "m") ? 3 : 1;
            clock = true;
        }
        // "9 to 18 Uhr": the first hour is said without its unit.
        clock = clock || (lexemes.isRange(next) && lexemes.isNumber(next + 1) && isTime(lexemes, next + 2));
        if (!clock || hour < 0 || hour > 24 || minute < 0 || minute > 59) {
            return null;
        }
        int minutes = hour * 60 + minute;
        int ofDay = afternoon && minutes < NOON ? minutes + NOON : morning && hour == 12 ? minutes - NOON : minutes;
        return new Found(Kind.TIME, "", Set.of(Value.of(BigDecimal.valueOf(ofDay))), at, next);
    }

    private static boolean hasMinutes(Lexemes lexemes, int at) {
        Lexeme minutes = lexemes.get(at + 1);
        return (lexemes.isSymbol(at, ":") || lexemes.isWord(at, "h"))
                && minutes.isNumber()
                && minutes.attached()
                && minutes.text().length() == 2;
    }

    private static boolean isTime(Lexemes lexemes, int at) {
        return lexemes.isWord(at, "uhr") || isHalf(lexemes, at, "p") || isHalf(lexemes, at, "a");
    }

    /** pm, p.m., am or a.m. */
    private static boolean isHalf(Lexemes lexemes, int at, String letter) {
        return lexemes.isWord(at, letter + "m")
                || (lexemes.isWord(at, letter) && lexemes.isSymbol(at + 1, ".") && lexemes.isWord(at + 2, "m"));
    }
}
