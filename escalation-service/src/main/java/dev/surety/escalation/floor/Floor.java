package dev.surety.escalation.floor;

import static java.util.Objects.requireNonNull;

import dev.surety.escalation.Agent;
import java.time.Instant;

/**
 * The right to speak to the customer of one conversation. Sealed, and each state offers only the transitions that are
 * legal from it: two speakers at once cannot be written down. Every transition raises the epoch by one.
 */
public sealed interface Floor {
    /** The conversation that the floor belongs to. */
    String conversationId();

    /** The fencing token: what was written under a smaller one must not be delivered. */
    long epoch();

    /** When the present holder got the floor. */
    Instant since();

    /** The floor of a conversation that no human was ever asked into. */
    static Bot untouched(String conversationId, Instant at) {
        return new Bot(conversationId, 0, at);
    }

    /** The bot speaks. */
    record Bot(String conversationId, long epoch, Instant since) implements Floor {
        public Bot {
            check(conversationId, epoch, since);
        }

        /** The bot falls silent until a human comes. */
        public Held hold(Instant at) {
            return new Held(conversationId, epoch + 1, at);
        }
    }

    /** Nobody speaks; a human was called. */
    record Held(String conversationId, long epoch, Instant since) implements Floor {
        public Held {
            check(conversationId, epoch, since);
        }

        /** A human takes the word. */
        public Human take(Agent agent, Instant at) {
            return new Human(conversationId, agent, epoch + 1, at);
        }
    }

    /** One human speaks, and only this one. */
    record Human(String conversationId, Agent agent, long epoch, Instant since) implements Floor {
        public Human {
            check(conversationId, epoch, since);
            requireNonNull(agent, "agent");
        }

        /** The human steps back; the bot stays silent, because the case is not done. */
        public Held release(Instant at) {
            return new Held(conversationId, epoch + 1, at);
        }

        /** The human is done; the bot speaks again. */
        public Bot handBack(Instant at) {
            return new Bot(conversationId, epoch + 1, at);
        }
    }

    private static void check(String conversationId, long epoch, Instant since) {
        requireNonNull(conversationId, "conversationId");
        requireNonNull(since, "since");
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch is " + epoch + ": zero or more was expected");
        }
    }
}
