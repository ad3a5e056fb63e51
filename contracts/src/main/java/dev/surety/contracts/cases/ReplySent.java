package dev.surety.contracts.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;

/**
 * A human answered the customer.
 *
 * @param sequence the place of the message in the transcript, from 1, without gaps
 * @param floorEpoch the floor under which it was written
 */
public record ReplySent(
        String caseId,
        String conversationId,
        String messageId,
        long sequence,
        String agent,
        String content,
        long floorEpoch,
        Instant sentAt) {
    public ReplySent {
        Require.text(caseId, "caseId");
        Require.text(conversationId, "conversationId");
        Require.text(messageId, "messageId");
        Require.notNegative(sequence, "sequence");
        Require.text(agent, "agent");
        Require.text(content, "content");
        Require.notNegative(floorEpoch, "floorEpoch");
        requireNonNull(sentAt, "sentAt");
    }
}
