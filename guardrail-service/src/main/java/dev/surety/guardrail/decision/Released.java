package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a customer has of an answer already when it is decided as a whole. What is composed then begins with it.
 *
 * @param upTo how many characters of the bot's text it stands for
 * @param text what the customer reads: labels and disclaimers put before the answer, and the answer with its masks
 * @param edits the edits that made it, in the order of the text
 */
public record Released(int upTo, String text, List<TextEdit> edits, Streaming streaming) {
    public Released {
        if (upTo < 0) {
            throw new IllegalArgumentException("upTo is " + upTo + ": zero or more expected");
        }
        requireNonNull(text, "text");
        edits = List.copyOf(edits);
        requireNonNull(streaming, "streaming");
    }

    /** Whether the customer has anything. */
    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether a mask went out already that hides what that one should. */
    boolean hides(TextEdit mask) {
        return edits.stream()
                .anyMatch(edit -> edit.operation() == TextEdit.Operation.REDACT
                        && edit.start() <= mask.start()
                        && mask.end() <= edit.end());
    }
}
