package dev.surety.guardrail.stream;

import static java.util.Objects.requireNonNull;

/**
 * What changes in the text that the customer reads: so many characters are taken back from its end, then this is put
 * behind it. Neither cuts a character in two.
 *
 * @param retract UTF-16 code units; 0 wherever nothing is released before it is judged
 * @param text what is new
 */
public record Release(int retract, String text) {
    /** Nothing changes. */
    public static final Release NONE = new Release(0, "");

    public Release {
        if (retract < 0) {
            throw new IllegalArgumentException("retract is " + retract + ": zero or more expected");
        }
        requireNonNull(text, "text");
    }

    /** What makes {@code to} out of {@code from}. */
    static Release between(CharSequence from, CharSequence to) {
        int same = 0;
        int most = Math.min(from.length(), to.length());
        while (same < most && from.charAt(same) == to.charAt(same)) {
            same++;
        }
        boolean differ = same < Math.max(from.length(), to.length());
        if (differ && same > 0 && Character.isHighSurrogate(to.charAt(same - 1))) {
            same--;
        }
        return from.length() == same && to.length() == same
                ? NONE
                : new Release(
                        from.length() - same, to.subSequence(same, to.length()).toString());
    }

    /** Whether anything changes. */
    public boolean isEmpty() {
        return retract == 0 && text.isEmpty();
    }
}
