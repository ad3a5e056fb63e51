package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The text that may go on its way, and the edits that made it from the judged one. At stage input that way leads to
 * the model, unless the action is block, escalate or replace: then the text is for the customer.
 */
public record Delivered(String text, List<TextEdit> edits) {
    public Delivered {
        requireNonNull(text, "text");
        edits = List.copyOf(edits);
    }
}
