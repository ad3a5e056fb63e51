package dev.surety.guardrail.evaluation.check.pii;

/**
 * Personal data in a text.
 *
 * @param start the first UTF-16 code unit
 * @param end behind the last UTF-16 code unit
 * @param scorePerMille how certain it is: check digits make it near certain, a bare form less so
 */
public record Identified(PiiType type, int start, int end, int scorePerMille) {
    boolean overlaps(Identified other) {
        return start < other.end && other.start < end;
    }
}
