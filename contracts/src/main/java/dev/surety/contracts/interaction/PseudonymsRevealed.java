package dev.surety.contracts.interaction;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;

/**
 * Pseudonyms in a text of a conversation were turned back into what they stand for. It says neither the text nor the
 * values.
 *
 * @param person who did: the identifier of the token, never a name
 * @param restored in how many places a value stands again
 */
public record PseudonymsRevealed(String conversationId, String person, int restored, Instant revealedAt) {
    public PseudonymsRevealed {
        Require.text(conversationId, "conversationId");
        Require.text(person, "person");
        if (restored < 0) {
            throw new IllegalArgumentException("restored is " + restored + ": no number of places is negative");
        }
        requireNonNull(revealedAt, "revealedAt");
    }
}
