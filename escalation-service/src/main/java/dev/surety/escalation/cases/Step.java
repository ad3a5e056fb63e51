package dev.surety.escalation.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.escalation.Agent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of working a case: what was done, where, what was expected and what was seen. */
public record Step(UUID id, Agent agent, Work work, Instant at) {
    public Step {
        requireNonNull(id, "id");
        requireNonNull(agent, "agent");
        requireNonNull(work, "work");
        requireNonNull(at, "at");
    }

    /** What an agent notes of a step. */
    public record Work(
            String action,
            @Nullable String system,
            @Nullable String expected,
            @Nullable String observed) {
        public Work {
            requireNonNull(action, "action");
        }
    }
}
