package dev.surety.guardrail.decision;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reader takes for one character in a text (an extended grapheme cluster, Unicode Standard Annex 29): letters
 * with their accents, emoji sequences and flags are never cut. Used by one thread.
 */
final class Characters {
    /** Below this code unit nothing joins its neighbours but a line feed behind a carriage return. */
    private static final char FIRST_THAT_JOINS = '\u0300';

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private final String text;
    private @Nullable BreakIterator clusters;

    Characters(String text) {
        this.text = text;
    }

    /** The beginning of the character that {@code offset} stands in or before. */
    int startAt(int offset) {
        return isBoundary(offset) ? offset : clusters().preceding(offset);
    }

    /** The end of the character that {@code offset} stands in or behind. */
    int endAt(int offset) {
        return isBoundary(offset) ? offset : clusters().following(offset);
    }

    private boolean isBoundary(int offset) {
        if (offset <= 0 || offset >= text.length()) {
            return true;
        }
        char before = text.charAt(offset - 1);
        char behind = text.charAt(offset);
        if (before < FIRST_THAT_JOINS && behind < FIRST_THAT_JOINS) {
            return before != '\r' || behind != '\n';
        }
        return clusters().isBoundary(offset);
    }

    private BreakIterator clusters() {
        BreakIterator found = clusters;
        if (found == null) {
            // The rules of characters are the same in every language.
            found = BreakIterator.getCharacterInstance(Locale.ROOT);
            found.setText(text);
            clusters = found;
        }
        return found;
    }

    /** Whether the order in which the text is read differs from left to right anywhere. */
    boolean runBothWays() {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /**
     * A text to be put into this one: in a text that runs both ways it is isolated (Unicode Standard Annex 9, section
     * 2.4.2), so that its brackets and digits do not take part in the order of their neighbours.
     */
    String isolated(String inserted) {
        return runBothWays() ? FIRST_STRONG_ISOLATE + inserted + POP_DIRECTIONAL_ISOLATE : inserted;
    }
}
