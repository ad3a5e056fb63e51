package dev.surety.contracts.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The case is done: why it came about, what was done for the customer, and what keeps it from coming again. */
public record CaseResolved(
        String caseId,
        String conversationId,
        String agent,
        String rootCause,
        String resolution,
        @Nullable String prevention,
        Instant resolvedAt) {
    public CaseResolved {
        Require.text(caseId, "caseId");
        Require.text(conversationId, "conversationId");
        Require.text(agent, "agent");
        Require.text(rootCause, "rootCause");
        Require.text(resolution, "resolution");
        requireNonNull(resolvedAt, "resolvedAt");
    }
}
