package dev.surety.escalation.cases;

import static java.util.Objects.requireNonNull;

/** Where a case waits, and how urgently. */
public record Urgency(Priority priority, String queue) {
    public Urgency {
        requireNonNull(priority, "priority");
        if (requireNonNull(queue, "queue").isBlank()) {
            throw new IllegalArgumentException("queue is blank: a name was expected");
        }
    }

    /** The more urgent of the two; at the same priority the one that was there first. */
    public Urgency or(Urgency later) {
        return later.priority.isAbove(priority) ? later : this;
    }
}
