package dev.surety.guardrail.pseudonym;

import java.time.Instant;

/** Where restorations are written down. */
public interface RevealPublisher {
    /**
     * Writes down that a text was restored; durable when it returns.
     *
     * @throws RevealNotRecordedException when it could not be made durable: nothing may be revealed
     */
    void publish(Reveal reveal) throws RevealNotRecordedException;

    /**
     * Who restored how much of which conversation.
     *
     * @param person the identifier of the token, never a name
     */
    record Reveal(String tenant, String conversation, String person, int restored, Instant revealedAt) {}
}
