package dev.surety.escalation;

import static java.util.Objects.requireNonNull;

/**
 * A person who works cases. Two agents are the same person when their subjects are the same; the name is what
 * colleagues read and may change.
 *
 * @param subject the stable identifier from the identity provider
 */
public record Agent(String subject, String name) {
    public Agent {
        if (requireNonNull(subject, "subject").isBlank()) {
            throw new IllegalArgumentException("subject is blank: the identifier of a person was expected");
        }
        requireNonNull(name, "name");
    }

    /** Whether this is the same person as {@code other}. */
    public boolean is(Agent other) {
        return subject.equals(other.subject);
    }
}
