package dev.surety.guardrail.evaluation.check.claim;

/** Short runs of ASCII digits. */
final class Digits {
    private static final int LONGEST = 4;

    private Digits() {}

    /** The value of at most four digits, or -1 for anything else. */
    static int value(String digits) {
        boolean plain = !digits.isEmpty()
                && digits.length() <= LONGEST
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Integer.parseInt(digits) : -1;
    }
}
