package dev.surety.contracts.feedback;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person said whether a decision was right. The latest word of one person about one decision and rule counts.
 *
 * @param rule the rule that it is about; null for the decision as a whole
 * @param person who said so: the identifier of the token, never a name
 */
public record DecisionJudged(
        String decisionId,
        String conversationId,
        @Nullable String rule,
        FeedbackVerdict verdict,
        String person,
        Instant judgedAt) {
    public DecisionJudged {
        Require.text(decisionId, "decisionId");
        Require.text(conversationId, "conversationId");
        requireNonNull(verdict, "verdict");
        Require.text(person, "person");
        requireNonNull(judgedAt, "judgedAt");
    }
}
