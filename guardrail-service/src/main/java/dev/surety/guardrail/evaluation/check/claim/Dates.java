package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.claim.Claim.Kind;
import dev.surety.guardrail.evaluation.check.claim.Claim.Value;
import dev.surety.guardrail.evaluation.check.claim.ClaimReader.Found;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dates ("3 Mar 2026", "03.03.2026", "2026-03-03", "March 3rd") and times of day ("18 Uhr", "6:30 pm", "14h30"). A date
 * with slashes can mean day or month first; both readings are kept where both exist.
 */
final class Dates {
    private static final int NOON = 12 * 60;

    private Dates() {}

    /** The date or time that begins at {@code at}, or null. */
    static @Nullable Found at(List<Lexeme> lexemes, int at) {
        Lexeme lexeme = lexemes.get(at);
        if (lexeme.isNumber()) {
            Found found = pointed(lexemes, at);
            found = found != null ? found : separated(lexemes, at);
            found = found != null ? found : dayMonth(lexemes, at);
            return found != null ? found : time(lexemes, at);
        }
        return lexeme.isWord() ? monthDay(lexemes, at) : null;
    }

    /** 03.03.2026, and 03.03. when a full stop follows. */
    private static @Nullable Found pointed(List<Lexeme> lexemes, int at) {
        String[] parts = lexemes.get(at).text().split("\\.", -1);
        if (parts.length == 3 && parts[0].length() <= 2 && parts[1].length() <= 2 && isYear(parts[2])) {
            return date(lexemes, at, at + 1, reading(integer(parts[2]), integer(parts[1]), integer(parts[0])));
        }
        boolean withoutYear = parts.length == 2 && parts[0].length() == 2 && parts[1].length() == 2;
        if (withoutYear && symbol(lexemes, at + 1, ".") && lexemes.get(at + 1).attached()) {
            return date(lexemes, at, at + 2, reading(0, integer(parts[1]), integer(parts[0])));
        }
        return null;
    }

    /** 2026-03-03, 3/4/2026. */
    private static @Nullable Found separated(List<Lexeme> lexemes, int at) {
        if (at + 4 >= lexemes.size()
                || !lexemes.get(at + 2).isNumber()
                || !lexemes.get(at + 4).isNumber()) {
            return null;
        }
        String one = lexemes.get(at).text();
        String two = lexemes.get(at + 2).text();
        String three = lexemes.get(at + 4).text();
        if (symbol(lexemes, at + 1, "-")
                && symbol(lexemes, at + 3, "-")
                && one.length() == 4
                && two.length() <= 2
                && three.length() <= 2) {
            return date(lexemes, at, at + 5, reading(integer(one), integer(two), integer(three)));
        }
        if (symbol(lexemes, at + 1, "/")
                && symbol(lexemes, at + 3, "/")
                && one.length() <= 2
                && two.length() <= 2
                && isYear(three)) {
            Set<Value> values = reading(integer(three), integer(two), integer(one));
            values.addAll(reading(integer(three), integer(one), integer(two)));
            return date(lexemes, at, at + 5, values);
        }
        return null;
    }

    /** 3 March 2026, 3rd of March, 3. März, 1er mars. */
    private static @Nullable Found dayMonth(List<Lexeme> lexemes, int at) {
        int day = integer(lexemes.get(at).text());
        if (day < 1 || day > 31) {
            return null;
        }
        int next = ordinalEnd(lexemes, at + 1);
        next += word(lexemes, next, "of") || word(lexemes, next, "de") ? 1 : 0;
        int month = next < lexemes.size() && lexemes.get(next).isWord()
                ? Calendar.month(lexemes.get(next).text())
                : 0;
        if (month == 0) {
            return null;
        }
        int year = yearAt(lexemes, next + 1);
        return date(lexemes, at, year > 0 ? yearEnd(lexemes, next + 1) : next + 1, reading(year, month, day));
    }

    /** March 3, 2026; March 2026. */
    private static @Nullable Found monthDay(List<Lexeme> lexemes, int at) {
        int month = Calendar.month(lexemes.get(at).text());
        if (month == 0 || at + 1 >= lexemes.size()) {
            return null;
        }
        int number = symbol(lexemes, at + 1, ".") ? at + 2 : at + 1;
        if (number >= lexemes.size() || !lexemes.get(number).isNumber()) {
            return null;
        }
        String written = lexemes.get(number).text();
        if (written.length() == 4 && isYear(written)) {
            return date(lexemes, at, number + 1, reading(integer(written), month, 0));
        }
        int day = integer(written);
        if (day < 1 || day > 31 || symbol(lexemes, number + 1, "%")) {
            return null;
        }
        int next = ordinalEnd(lexemes, number + 1);
        int year = yearAt(lexemes, next);
        return date(lexemes, at, year > 0 ? yearEnd(lexemes, next) : next, reading(year, month, day));
    }

    private static @Nullable Found time(List<Lexeme> lexemes, int at) {
        String written = lexemes.get(at).text().replace('.', ':');
        int hour = integer(written.contains(":") ? written.substring(0, written.indexOf(':')) : written);
        int minute = written.contains(":") ? integer(written.substring(written.indexOf(':') + 1)) : 0;
        int next = at + 1;
        boolean clock = false;
        boolean joined = symbol(lexemes, next, ":") || word(lexemes, next, "h");
        if (joined
                && next + 1 < lexemes.size()
                && lexemes.get(next + 1).isNumber()
                && lexemes.get(next + 1).attached()
                && lexemes.get(next + 1).text().length() == 2) {
            minute = integer(lexemes.get(next + 1).text());
            next += 2;
            clock = true;
        }
        boolean afternoon = word(lexemes, next, "pm") || dotted(lexemes, next, "p");
        boolean morning = word(lexemes, next, "am") || dotted(lexemes, next, "a");
        if (word(lexemes, next, "uhr") || (afternoon || morning)) {
            next += dotted(lexemes, next, "p") || dotted(lexemes, next, "a") ? 3 : 1;
            clock = true;
        }
        // "9 to 18 Uhr": the first hour is said without its unit.
        clock = clock || (Quantities.isRange(lexemes, next) && timeBehind(lexemes, next + 1));
        if (!clock || hour < 0 || hour > 24 || minute < 0 || minute > 59) {
            return null;
        }
        int minutes = hour * 60 + minute;
        int day = afternoon && minutes < NOON ? minutes + NOON : morning && hour == 12 ? minutes - NOON : minutes;
        return new Found(Kind.TIME, "", Set.of(Value.of(BigDecimal.valueOf(day))), at, next);
    }

    private static boolean timeBehind(List<Lexeme> lexemes, int at) {
        boolean number = at < lexemes.size() && lexemes.get(at).isNumber();
        return number && (word(lexemes, at + 1, "uhr") || word(lexemes, at + 1, "pm") || word(lexemes, at + 1, "am"));
    }

    private static boolean dotted(List<Lexeme> lexemes, int at, String letter) {
        return word(lexemes, at, letter) && symbol(lexemes, at + 1, ".") && word(lexemes, at + 2, "m");
    }

    private static int ordinalEnd(List<Lexeme> lexemes, int at) {
        boolean letters = at < lexemes.size()
                && lexemes.get(at).attached()
                && Set.of("st", "nd", "rd", "th", "er", "re", "o")
                        .contains(lexemes.get(at).text());
        return letters || symbol(lexemes, at, ".") ? at + 1 : at;
    }

    private static int yearAt(List<Lexeme> lexemes, int at) {
        int number = symbol(lexemes, at, ",") ? at + 1 : at;
        boolean year = number < lexemes.size()
                && lexemes.get(number).isNumber()
                && lexemes.get(number).text().length() == 4;
        return year && isYear(lexemes.get(number).text())
                ? integer(lexemes.get(number).text())
                : 0;
    }

    private static int yearEnd(List<Lexeme> lexemes, int at) {
        return symbol(lexemes, at, ",") ? at + 2 : at + 1;
    }

    private static Set<Value> reading(int year, int month, int day) {
        Set<Value> values = new LinkedHashSet<>();
        DateValue.of(year, month, day).ifPresent(values::add);
        return values;
    }

    private static @Nullable Found date(List<Lexeme> lexemes, int first, int last, Set<Value> values) {
        return values.isEmpty() ? null : new Found(Kind.DATE, "", values, first, Math.min(last, lexemes.size()));
    }

    private static boolean isYear(String digits) {
        int value = integer(digits);
        return (digits.length() == 2 && value >= 0) || (digits.length() == 4 && value >= 1900 && value < 2200);
    }

    /** The value of a short run of digits, or -1. */
    private static int integer(String digits) {
        boolean plain =
                !digits.isEmpty() && digits.length() <= 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Integer.parseInt(digits) : -1;
    }

    private static boolean symbol(List<Lexeme> lexemes, int at, String symbol) {
        return at < lexemes.size() && lexemes.get(at).is(symbol);
    }

    private static boolean word(List<Lexeme> lexemes, int at, String word) {
        return at < lexemes.size()
                && lexemes.get(at).isWord()
                && lexemes.get(at).is(word);
    }
}
