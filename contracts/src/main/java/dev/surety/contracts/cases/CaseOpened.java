package dev.surety.contracts.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;
import java.util.List;

/**
 * An escalated exchange became a case. There is at most one open case per conversation.
 *
 * @param priority {@code P1} (most urgent) to {@code P4}
 */
public record CaseOpened(
        String caseId,
        String conversationId,
        String decisionId,
        String customerRef,
        String queue,
        String priority,
        List<String> reasonCodes,
        Instant openedAt) {
    public CaseOpened {
        Require.text(caseId, "caseId");
        Require.text(conversationId, "conversationId");
        Require.text(decisionId, "decisionId");
        Require.text(customerRef, "customerRef");
        Require.text(queue, "queue");
        Require.text(priority, "priority");
        reasonCodes = List.copyOf(reasonCodes);
        requireNonNull(openedAt, "openedAt");
    }
}
