package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.pseudonym.Pseudonym;
import java.util.List;

/**
 * The text that may go on its way, and the edits that made it from the judged one. At stage input that way leads to
 * the model, unless the action is block, escalate or replace: then the text is for the customer.
 *
 * @param pseudonyms what the pseudonyms in the text stand for; never part of the record
 */
public record Delivered(String text, List<TextEdit> edits, List<Pseudonym> pseudonyms) {
    public Delivered {
        requireNonNull(text, "text");
        edits = List.copyOf(edits);
        pseudonyms = List.copyOf(pseudonyms);
    }

    /** A text in which no value has a pseudonym. */
    public Delivered(String text, List<TextEdit> edits) {
        this(text, edits, List.of());
    }
}
