package dev.surety.guardrail.stream;

import java.text.BreakIterator;
import java.text.StringCharacterIterator;

/** Finds where what a reader takes for one character ends (Unicode Standard Annex 29). */
final class Graphemes {
    private Graphemes() {}

    /** The last boundary of {@code text} that more text cannot undo, at or behind {@code from}, which is one. */
    static int lastBoundary(CharSequence text, int from) {
        if (from >= text.length()) {
            return from;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(new StringCharacterIterator(
                text.subSequence(from, text.length()).toString()));
        int end = characters.last();
        // The last cluster may grow with the next piece.
        int boundary = end == BreakIterator.DONE ? 0 : characters.previous();
        return boundary == BreakIterator.DONE ? from : from + boundary;
    }
}
