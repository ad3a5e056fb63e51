package dev.surety.guardrail.evaluation.check.injection;

import dev.surety.guardrail.evaluation.check.text.FoldedText;
import java.util.Arrays;

/**
 * The letters and digits of a text without what stands between them, for scripts that do not write spaces between words
 * or that attach particles to them. Every letter knows where it stood in the original.
 */
final class UnspacedText {
    private static final int FIRST_ARABIC = 0x0600;
    private static final int FIRST_LATIN_ADDITIONAL = 0x1E00;
    private static final int FIRST_EAST_ASIAN = 0x3040;

    private final char[] letters;
    private final int[] starts;
    private final int[] ends;

    private UnspacedText(char[] letters, int[] starts, int[] ends) {
        this.letters = letters;
        this.starts = starts;
        this.ends = ends;
    }

    /** Whether {@code text} has letters of a script that has to be read so. */
    static boolean isNeededFor(FoldedText text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= FIRST_EAST_ASIAN || (character >= FIRST_ARABIC && character < FIRST_LATIN_ADDITIONAL)) {
                return true;
            }
        }
        return false;
    }

    static UnspacedText of(FoldedText text) {
        char[] letters = new char[text.length()];
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters[length] = text.charAt(i);
                starts[length] = text.originalStart(i);
                ends[length++] = text.originalEnd(i);
            }
        }
        return new UnspacedText(
                Arrays.copyOf(letters, length), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    }

    /** A term of a data file in the form in which it stands in such a text. */
    static String plain(String term) {
        return new String(of(FoldedText.of(term)).letters);
    }

    char[] letters() {
        return letters;
    }

    int originalStart(int index) {
        return starts[index];
    }

    /** Where the original of the letter before {@code end} ends. */
    int originalEnd(int end) {
        return ends[end - 1];
    }
}
