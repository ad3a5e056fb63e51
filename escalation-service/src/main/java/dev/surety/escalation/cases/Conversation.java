package dev.surety.escalation.cases;

import static java.util.Objects.requireNonNull;

/** The conversation that a case is about. */
public record Conversation(String id, String channel, String locale, String customerRef) {
    public Conversation {
        requireNonNull(id, "id");
        requireNonNull(channel, "channel");
        requireNonNull(locale, "locale");
        requireNonNull(customerRef, "customerRef");
    }
}
