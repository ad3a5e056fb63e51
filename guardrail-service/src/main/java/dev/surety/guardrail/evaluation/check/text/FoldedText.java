package dev.surety.guardrail.evaluation.check.text;

import java.util.Arrays;

/**
 * A text in its plain form (see {@link Folding}), and for each plain character where it stood in the original.
 * Offsets into the original are UTF-16 code units, never split a surrogate pair, and never decrease.
 */
public final class FoldedText {
    private final String original;
    private final char[] characters;
    private final int[] starts;
    private final int[] ends;

    private FoldedText(String original, char[] characters, int[] starts, int[] ends) {
        this.original = original;
        this.characters = characters;
        this.starts = starts;
        this.ends = ends;
    }

    /** Folds {@code original}, whatever it contains. */
    public static FoldedText of(String original) {
        int capacity = original.length() + 16;
        char[] characters = new char[capacity];
        int[] starts = new int[capacity];
        int[] ends = new int[capacity];
        int length = 0;
        int next;
        for (int at = 0; at < original.length(); at = next) {
            char ascii = original.charAt(at);
            if (ascii < 0x80 && length < capacity) {
                next = at + 1;
                characters[length] = ascii >= 'A' && ascii <= 'Z' ? (char) (ascii + ('a' - 'A')) : ascii;
                starts[length] = at;
                ends[length++] = next;
                continue;
            }
            int codePoint = original.codePointAt(at);
            next = at + Character.charCount(codePoint);
            String folded = Folding.fold(codePoint);
            if (length + folded.length() > characters.length) {
                capacity = characters.length * 2 + folded.length();
                characters = Arrays.copyOf(characters, capacity);
                starts = Arrays.copyOf(starts, capacity);
                ends = Arrays.copyOf(ends, capacity);
            }
            for (int i = 0; i < folded.length(); i++) {
                characters[length] = folded.charAt(i);
                starts[length] = at;
                ends[length++] = next;
            }
        }
        return new FoldedText(
                original,
                Arrays.copyOf(characters, length),
                Arrays.copyOf(starts, length),
                Arrays.copyOf(ends, length));
    }

    /** The text before folding. */
    public String original() {
        return original;
    }

    /** The number of plain characters. */
    public int length() {
        return characters.length;
    }

    /** The plain character at {@code index}. */
    public char charAt(int index) {
        return characters[index];
    }

    /** Where the plain character at {@code index} begins in the original. */
    public int originalStart(int index) {
        return starts[index];
    }

    /** Where the plain character at {@code index} ends in the original. */
    public int originalEnd(int index) {
        return ends[index];
    }

    /** The plain characters from {@code start} to before {@code end}. */
    public String substring(int start, int end) {
        return new String(characters, start, end - start);
    }
}
