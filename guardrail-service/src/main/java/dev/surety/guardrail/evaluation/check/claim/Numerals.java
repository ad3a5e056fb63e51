package dev.surety.guardrail.evaluation.check.claim;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a written number may be worth. Decimal points, commas and grouping differ by language, and a passage need not be
 * in the customer's; where a number can be read in two ways ({@code 1.234}), both values are kept.
 */
final class Numerals {
    private Numerals() {}

    /** The possible values of {@code written}; empty when it is no number, such as {@code 1.2.3}. */
    static Set<BigDecimal> values(String written) {
        String digits = written.replaceAll("['’ \u00A0\u202F\u2009]", "");
        int point = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        if (point < 0 && comma < 0) {
            return Set.of(value(digits));
        }
        if (point >= 0 && comma >= 0) {
            char grouping = point < comma ? '.' : ',';
            String plain = digits.replace(String.valueOf(grouping), "");
            return count(plain, '.') + count(plain, ',') == 1 ? Set.of(value(plain.replace(',', '.'))) : Set.of();
        }
        return oneSeparator(digits, point >= 0 ? '.' : ',');
    }

    private static Set<BigDecimal> oneSeparator(String digits, char separator) {
        List<String> parts = List.of(digits.split(separator == '.' ? "\\." : ",", -1));
        boolean grouped = parts.getFirst().length() <= 3
                && !parts.getFirst().equals("0")
                && parts.stream().skip(1).allMatch(part -> part.length() == 3);
        Set<BigDecimal> values = new LinkedHashSet<>();
        if (grouped) {
            values.add(value(String.join("", parts)));
        }
        if (parts.size() == 2) {
            values.add(value(parts.getFirst() + "." + parts.getLast()));
        }
        return values;
    }

    /** Plain, without zeros at the end, so that equal values are equal objects. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal value(String digits) {
        return plain(new BigDecimal(digits));
    }

    private static long count(String text, char character) {
        return text.chars().filter(c -> c == character).count();
    }
}
