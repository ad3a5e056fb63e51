package dev.surety.guardrail.evaluation.check.grounding;

import org.jspecify.annotations.Nullable;

/**
 * How one statement of an answer stands to the sources.
 *
 * @param start where the statement begins in the answer
 * @param end behind its end
 * @param source the number of the source that is most like it, or -1 where none is
 * @param sourceStart where the most similar statement begins there
 * @param sourceEnd behind its end
 * @param difference what sets the two against each other; only of a contradicted statement
 */
public record Verdict(
        Standing standing,
        int start,
        int end,
        int source,
        int sourceStart,
        int sourceEnd,
        @Nullable Difference difference) {

    /** The three ways in which a statement can stand to its sources. */
    public enum Standing {
        SUPPORTED,
        UNSUPPORTED,
        CONTRADICTED
    }

    static Verdict of(Standing standing, Statement statement, Sources.@Nullable Candidate candidate) {
        return of(standing, statement, candidate, null);
    }

    static Verdict of(
            Standing standing,
            Statement statement,
            Sources.@Nullable Candidate candidate,
            @Nullable Difference difference) {
        if (candidate == null) {
            return new Verdict(standing, statement.start(), statement.end(), -1, 0, 0, difference);
        }
        Statement source = candidate.unit().statement();
        return new Verdict(
                standing,
                statement.start(),
                statement.end(),
                candidate.unit().source(),
                source.start(),
                source.end(),
                difference);
    }
}
