package dev.surety.guardrail.evaluation.check.text;

import java.util.Arrays;

/**
 * Finds the places in a growing text at which a sentence certainly begins, whatever follows. It is stricter than
 * {@link Words}: wherever it cuts, {@code Words} ends a sentence too, and white space stands before the cut, so that no
 * number, address or phrase reaches over it. Each character is looked at once. Used by one thread.
 */
public final class SentenceStarts {
    private static final String ENDS = "!?;。";
    /** What may stand between the end of a sentence and the white space behind it, but not behind a full stop. */
    private static final String CLOSING = "\"'”’»)]";

    /** Words that are longer are cut by {@link Words}, which can make an abbreviation of their last letter. */
    private static final int LONGEST_WORD = Words.LONGEST;

    private int[] starts = new int[16];
    private int count;
    private int scanned;
    /** Behind the end of a sentence, with or without white space since. */
    private boolean ended;

    private boolean spaced;
    private boolean byFullStop;

    /** Reads on from where it stopped; {@code text} begins as it did before. */
    public void scan(CharSequence text) {
        int length = text.length();
        while (scanned < length) {
            char character = text.charAt(scanned);
            if (Character.isHighSurrogate(character) && scanned + 1 == length) {
                return;
            }
            if (isSpace(character)) {
                spaced = ended || character == '\n';
                ended |= character == '\n';
            } else if (ended && spaced) {
                if (!joins(text, scanned)) {
                    add(scanned);
                }
                ended = ends(text, scanned);
                spaced = false;
            } else if (!(ended && !byFullStop && CLOSING.indexOf(character) >= 0)) {
                ended = ends(text, scanned);
                spaced = false;
            }
            scanned += Character.isHighSurrogate(character) ? 2 : 1;
        }
    }

    /** The last start at or before {@code offset}; 0 when there is none, because a text begins with a sentence. */
    public int atOrBefore(int offset) {
        int found = Arrays.binarySearch(starts, 0, count, offset);
        int index = found >= 0 ? found : -found - 2;
        return index < 0 ? 0 : starts[index];
    }

    private void add(int start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = start;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private boolean ends(CharSequence text, int at) {
        char character = text.charAt(at);
        byFullStop = character == '.';
        return ENDS.indexOf(character) >= 0 || (character == '.' && !abbreviates(text, at));
    }

    /** Whether the full stop may belong to a number or an abbreviation; in doubt it does. */
    private static boolean abbreviates(CharSequence text, int at) {
        int start = at;
        while (start > 0 && at - start <= LONGEST_WORD && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        int length = at - start;
        return length < 2 || length > LONGEST_WORD || (length == 2 && Character.isDigit(text.charAt(start)));
    }

    /** Whether the character there is part of the one before, as accents and joiners are, or cannot be seen. */
    private static boolean joins(CharSequence text, int at) {
        int type = Character.getType(Character.codePointAt(text, at));
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }
}
