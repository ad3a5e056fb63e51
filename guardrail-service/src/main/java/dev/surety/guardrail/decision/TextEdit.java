package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * One edit that made the delivered text out of the judged one, in UTF-16 code units of the text before any edit.
 *
 * @param reference the template, with its version, that was put in
 * @param text what stands in the place of the span: the template's text, with what keeps it apart from its neighbours
 */
public record TextEdit(Operation operation, String rule, int start, int end, String reference, String text) {
    public TextEdit {
        requireNonNull(operation, "operation");
        requireNonNull(rule, "rule");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("edit spans " + start + ".." + end + ": 0 <= start <= end expected");
        }
        requireNonNull(reference, "reference");
        requireNonNull(text, "text");
    }

    /**
     * The text with those edits, which have to stand in the order of the text and apart from each other: each one's
     * text stands in the place of its span.
     */
    public static String apply(List<TextEdit> edits, String text) {
        StringBuilder edited = new StringBuilder(text.length());
        int copied = 0;
        for (TextEdit edit : edits) {
            edited.append(text, copied, edit.start()).append(edit.text());
            copied = edit.end();
        }
        return edited.append(text, copied, text.length()).toString();
    }

    /** What an edit does. */
    public enum Operation {
        REDACT,
        REPLACE,
        PREPEND,
        APPEND;

        /** The name as answers and events write it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
