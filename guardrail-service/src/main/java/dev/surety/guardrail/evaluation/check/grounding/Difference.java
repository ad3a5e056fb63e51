package dev.surety.guardrail.evaluation.check.grounding;

/**
 * What sets a statement of the answer against one of its sources, and where in both texts it stands.
 *
 */
public record Difference(Kind kind, int start, int end, int sourceStart, int sourceEnd) {
    /** What was compared. */
    public enum Kind {
        VALUE,
        NEGATION,
        OPPOSITE,
        ALTERNATIVE
    }
}
