package dev.surety.contracts.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;

/** The owner gave the case back to its queue. */
public record CaseReleased(String caseId, String conversationId, String agent, Instant releasedAt) {
    public CaseReleased {
        Require.text(caseId, "caseId");
        Require.text(conversationId, "conversationId");
        Require.text(agent, "agent");
        requireNonNull(releasedAt, "releasedAt");
    }
}
