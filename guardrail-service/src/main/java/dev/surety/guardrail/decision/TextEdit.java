package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * One edit that made the delivered text out of the judged one, in UTF-16 code units of the text before any edit.
 *
 * @param reference the template, with its version, that was put in
 */
public record TextEdit(Operation operation, String rule, int start, int end, String reference) {
    public TextEdit {
        requireNonNull(operation, "operation");
        requireNonNull(rule, "rule");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("edit spans " + start + ".." + end + ": 0 <= start <= end expected");
        }
        requireNonNull(reference, "reference");
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
