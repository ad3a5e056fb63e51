package dev.surety.guardrail.evaluation.check.pii;

import java.util.List;

/** Which numbers payment cards may have: the ranges of issuer prefixes and the lengths that go with them. */
final class CardBrands {
    private static final List<Range> RANGES = List.of(
            new Range("4", "4", 13, 19),
            new Range("51", "55", 16, 16),
            new Range("2221", "2720", 16, 16),
            new Range("34", "34", 15, 15),
            new Range("37", "37", 15, 15),
            new Range("300", "305", 14, 19),
            new Range("36", "36", 14, 19),
            new Range("38", "39", 14, 19),
            new Range("6011", "6011", 16, 19),
            new Range("644", "659", 16, 19),
            new Range("3528", "3589", 16, 19),
            new Range("62", "62", 16, 19),
            new Range("50", "50", 13, 19),
            new Range("56", "58", 13, 19),
            new Range("6304", "6304", 13, 19),
            new Range("6390", "6390", 13, 19),
            new Range("67", "67", 13, 19));

    private CardBrands() {}

    static boolean issue(String digits) {
        return RANGES.stream().anyMatch(range -> range.contains(digits));
    }

    private record Range(String first, String last, int shortest, int longest) {
        boolean contains(String digits) {
            if (digits.length() < shortest || digits.length() > longest) {
                return false;
            }
            String prefix = digits.substring(0, first.length());
            return prefix.compareTo(first) >= 0 && prefix.compareTo(last) <= 0;
        }
    }
}
