package dev.surety.contracts.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;

/** An agent took the case; from here on exactly this agent answers the customer. */
public record CaseClaimed(String caseId, String conversationId, String agent, Instant claimedAt) {
    public CaseClaimed {
        Require.text(caseId, "caseId");
        Require.text(conversationId, "conversationId");
        Require.text(agent, "agent");
        requireNonNull(claimedAt, "claimedAt");
    }
}
