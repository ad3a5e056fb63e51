package dev.surety.escalation.transcript;

import static java.util.Objects.requireNonNull;

import dev.surety.escalation.Agent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One numbered entry of a transcript. Exactly the entries that a human wrote name an agent.
 *
 * @param sequence from 1, without gaps within a case
 * @param decisionId the decision on the exchange that it came with; null when a human wrote it
 */
public record Entry(
        UUID id,
        long sequence,
        Speaker speaker,
        @Nullable Agent agent,
        String content,
        Instant at,
        @Nullable String decisionId) {
    public Entry {
        requireNonNull(id, "id");
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence is " + sequence + ": one or more was expected");
        }
        if ((requireNonNull(speaker, "speaker") == Speaker.HUMAN) != (agent != null)) {
            throw new IllegalArgumentException("agent is set exactly when a human wrote the entry");
        }
        requireNonNull(content, "content");
        requireNonNull(at, "at");
    }

    /** The words without their place. */
    public Utterance utterance() {
        return new Utterance(speaker, content);
    }

    /** Whether {@code reader} has to have seen it before answering: the customer saw it, and somebody else said it. */
    public boolean mattersTo(Agent reader) {
        return switch (speaker) {
            case CUSTOMER, BOT -> true;
            case WITHHELD -> false;
            case HUMAN -> agent == null || !agent.is(reader);
        };
    }
}
