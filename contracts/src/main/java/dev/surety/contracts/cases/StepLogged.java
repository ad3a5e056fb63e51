package dev.surety.contracts.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of working a case: what was done, where, what was expected and what was seen. */
public record StepLogged(
        String caseId,
        String conversationId,
        String stepId,
        String agent,
        String action,
        @Nullable String system,
        @Nullable String expected,
        @Nullable String observed,
        Instant loggedAt) {
    public StepLogged {
        Require.text(caseId, "caseId");
        Require.text(conversationId, "conversationId");
        Require.text(stepId, "stepId");
        Require.text(agent, "agent");
        Require.text(action, "action");
        requireNonNull(loggedAt, "loggedAt");
    }
}
