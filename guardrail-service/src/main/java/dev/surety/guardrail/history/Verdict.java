package dev.surety.guardrail.history;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.feedback.FeedbackVerdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of a decision.
 *
 * @param rule the rule that it is about; null for the decision as a whole
 * @param person the identifier of the token, never a name
 */
public record Verdict(
        String tenant, UUID decision, @Nullable String rule, String person, FeedbackVerdict verdict, Instant judgedAt) {
    public Verdict {
        requireNonNull(tenant, "tenant");
        requireNonNull(decision, "decision");
        requireNonNull(person, "person");
        requireNonNull(verdict, "verdict");
        requireNonNull(judgedAt, "judgedAt");
    }
}
