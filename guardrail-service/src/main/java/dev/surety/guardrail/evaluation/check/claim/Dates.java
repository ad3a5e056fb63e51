package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.claim.Claim.Kind;
import dev.surety.guardrail.evaluation.check.claim.Claim.Value;
import dev.surety.guardrail.evaluation.check.claim.ClaimReader.Found;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Dates ("3 Mar 2026", "03.03.2026", "2026-03-03", "March 3rd"). A date with slashes can mean day or month first; both
 * readings are kept where both exist.
 */
final class Dates {
    private Dates() {}

    /** The date that begins at {@code at}, or null. */
    static @Nullable Found at(Lexemes lexemes, int at) {
        if (!lexemes.isNumber(at)) {
            return lexemes.get(at).isWord() ? monthDay(lexemes, at) : null;
        }
        Found found = pointed(lexemes, at);
        found = found != null ? found : separated(lexemes, at);
        return found != null ? found : dayMonth(lexemes, at);
    }

    /** 03.03.2026, and 03.03. when a full stop follows. */
    private static @Nullable Found pointed(Lexemes lexemes, int at) {
        String[] parts = lexemes.get(at).text().split("\\.", -1);
        if (parts.length == 3 && parts[0].length() <= 2 && parts[1].length() <= 2 && isYear(parts[2])) {
            return date(at, at + 1, reading(parts[2], parts[1], parts[0]));
        }
        boolean withoutYear = parts.length == 2 && parts[0].length() == 2 && parts[1].length() == 2;
        return withoutYear
                        && lexemes.isSymbol(at + 1, ".")
                        && lexemes.get(at + 1).attached()
                ? date(at, at + 2, reading("0", parts[1], parts[0]))
                : null;
    }

    /** 2026-03-03, 3/4/2026. */
    private static @Nullable Found separated(Lexemes lexemes, int at) {
        if (!lexemes.isNumber(at + 2) || !lexemes.isNumber(at + 4)) {
            return null;
        }
        String one = lexemes.get(at).text();
        String two = lexemes.get(at + 2).text();
        String three = lexemes.get(at + 4).text();
        if (areBoth(lexemes, at, "-") && one.length() == 4 && two.length() <= 2 && three.length() <= 2) {
            return date(at, at + 5, reading(one, two, three));
        }
        if (areBoth(lexemes, at, "/") && one.length() <= 2 && two.length() <= 2 && isYear(three)) {
            Set<Value> values = reading(three, two, one);
            values.addAll(reading(three, one, two));
            return date(at, at + 5, values);
        }
        return null;
    }

    private static boolean areBoth(Lexemes lexemes, int at, String symbol) {
        return lexemes.isSymbol(at + 1, symbol) && lexemes.isSymbol(at + 3, symbol);
    }

    /** 3 March 2026, 3rd of March, 3. März, 1er mars. */
    private static @Nullable Found dayMonth(Lexemes lexemes, int at) {
        int next = ordinalEnd(lexemes, at + 1);
        next += lexemes.isWord(next, "of") || lexemes.isWord(next, "de") ? 1 : 0;
        int month =
                lexemes.get(next).isWord() ? Calendar.month(lexemes.get(next).text()) : 0;
        int day = Digits.value(lexemes.get(at).text());
        return month > 0 && day > 0 && day <= 31 ? withYear(lexemes, at, next + 1, month, day) : null;
    }

    /** March 3, 2026; March 2026. */
    private static @Nullable Found monthDay(Lexemes lexemes, int at) {
        int month = Calendar.month(lexemes.get(at).text());
        int number = lexemes.isSymbol(at + 1, ".") ? at + 2 : at + 1;
        if (month == 0 || !lexemes.isNumber(number)) {
            return null;
        }
        String written = lexemes.get(number).text();
        if (written.length() == 4 && isYear(written)) {
            return date(at, number + 1, reading(Digits.value(written), month, 0));
        }
        int day = Digits.value(written);
        boolean counts = lexemes.isSymbol(number + 1, "%");
        return day > 0 && day <= 31 && !counts
                ? withYear(lexemes, at, ordinalEnd(lexemes, number + 1), month, day)
                : null;
    }

    private static int ordinalEnd(Lexemes lexemes, int at) {
        boolean letters = lexemes.isWord(at, Grammar.ORDINAL) && lexemes.get(at).attached();
        return letters || lexemes.isSymbol(at, ".") ? at + 1 : at;
    }

    /** A day of a month, and the year that may follow at {@code next}. */
    private static @Nullable Found withYear(Lexemes lexemes, int first, int next, int month, int day) {
        int number = lexemes.isSymbol(next, ",") ? next + 1 : next;
        String written = lexemes.isNumber(number) ? lexemes.get(number).text() : "";
        return written.length() == 4 && isYear(written)
                ? date(first, number + 1, reading(Digits.value(written), month, day))
                : date(first, next, reading(0, month, day));
    }

    private static Set<Value> reading(String year, String month, String day) {
        return reading(Digits.value(year), Digits.value(month), Digits.value(day));
    }

    private static Set<Value> reading(int year, int month, int day) {
        Set<Value> values = new LinkedHashSet<>();
        DateValue.of(year, month, day).ifPresent(values::add);
        return values;
    }

    private static @Nullable Found date(int first, int last, Set<Value> values) {
        return values.isEmpty() ? null : new Found(Kind.DATE, "", values, first, last);
    }

    private static boolean isYear(String digits) {
        int value = Digits.value(digits);
        return (digits.length() == 2 && value >= 0) || (digits.length() == 4 && value >= 1900 && value < 2200);
    }
}
