package dev.surety.guardrail.evaluation.check.copying;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.Reference;

/**
 * A stretch of an answer that stands in a protected text.
 *
 * @param part what it stands in
 * @param first the first word of the answer that belongs to it
 * @param end behind the last such word
 * @param exact whether every word is the same, one after the other
 * @param containment the share of the stretch's word sequences that the part has, in per mille; 1000 when exact
 */
public record Copy(Reference.Part part, int first, int end, boolean exact, int containment) {
    public Copy {
        requireNonNull(part, "part");
        if (first < 0 || end <= first) {
            throw new IllegalArgumentException("a copy of the words " + first + ".." + end + ": at least one expected");
        }
    }

    /** How many words of the answer belong to it. */
    public int words() {
        return end - first;
    }
}
