package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** One message of the conversation so far. */
public record Message(Role role, String content) {
    public Message {
        requireNonNull(role, "role");
        requireNonNull(content, "content");
    }

    /** Who wrote a message. */
    public enum Role {
        USER,
        ASSISTANT,
        SYSTEM;

        /** The name as requests and events write it. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
