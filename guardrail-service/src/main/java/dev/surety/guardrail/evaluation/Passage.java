package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A passage that was retrieved for the answer.
 *
 * @param scorePerMille the retriever's own confidence, 0..1000
 * @param cited whether the answer refers to it
 * @param validFrom the first day on which it may be relied on; null means always
 * @param validTo the last day on which it may be relied on; null means without end
 */
public record Passage(
        String id,
        String text,
        int scorePerMille,
        @Nullable String source,
        boolean cited,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {
    public Passage {
        requireNonNull(id, "id");
        requireNonNull(text, "text");
        PerMille.require(scorePerMille, "scorePerMille");
    }

    /** Whether it may be relied on that day; both days of a validity count as inside. */
    public boolean isValidOn(LocalDate day) {
        return !isExpiredOn(day) && (validFrom == null || !day.isBefore(validFrom));
    }

    /** Whether the last day on which it may be relied on has passed. */
    public boolean isExpiredOn(LocalDate day) {
        return validTo != null && day.isAfter(validTo);
    }
}
