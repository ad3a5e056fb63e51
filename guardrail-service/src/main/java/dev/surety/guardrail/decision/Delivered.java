package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.pseudonym.Pseudonym;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text that may go on its way, and the edits that made it from the judged one. At stage input that way leads to
 * the model, unless the action is block, escalate or replace: then the text is for the customer.
 *
 * @param pseudonyms what the pseudonyms in the text stand for; never part of the record
 * @param streaming how it went out while it was being written; null when it goes out as a whole
 */
public record Delivered(
        String text,
        List<TextEdit> edits,
        List<Pseudonym> pseudonyms,
        @Nullable Streaming streaming) {
    public Delivered {
        requireNonNull(text, "text");
        edits = List.copyOf(edits);
        pseudonyms = List.copyOf(pseudonyms);
    }

    /** A text that goes out as a whole, in which no value has a pseudonym. */
    public Delivered(String text, List<TextEdit> edits) {
        this(text, edits, List.of(), null);
    }

    /** A text that goes out as a whole. */
    public Delivered(String text, List<TextEdit> edits, List<Pseudonym> pseudonyms) {
        this(text, edits, pseudonyms, null);
    }

    /** A text that went out while it was being written; no value in it has a pseudonym. */
    public Delivered(String text, List<TextEdit> edits, Streaming streaming) {
        this(text, edits, List.of(), streaming);
    }
}
