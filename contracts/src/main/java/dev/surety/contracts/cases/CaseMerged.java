package dev.surety.contracts.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;
import java.util.List;

/** A further escalation of the same conversation joined the open case; the priority never falls by it. */
public record CaseMerged(
        String caseId,
        String conversationId,
        String decisionId,
        String priority,
        List<String> reasonCodes,
        Instant mergedAt) {
    public CaseMerged {
        Require.text(caseId, "caseId");
        Require.text(conversationId, "conversationId");
        Require.text(decisionId, "decisionId");
        Require.text(priority, "priority");
        reasonCodes = List.copyOf(reasonCodes);
        requireNonNull(mergedAt, "mergedAt");
    }
}
