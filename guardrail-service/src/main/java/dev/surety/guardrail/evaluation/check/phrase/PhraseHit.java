package dev.surety.guardrail.evaluation.check.phrase;

/**
 * A place where a rule matched.
 *
 * @param rule the place of the rule in its file, which tells distinct rules apart
 * @param start where the first word begins in the original text
 * @param end behind the last word in the original text
 */
public record PhraseHit(String category, String rule, int scorePerMille, int start, int end) {
    /** Whether both share at least one character. */
    public boolean overlaps(PhraseHit other) {
        return start < other.end && other.start < end;
    }
}
