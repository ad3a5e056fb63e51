package dev.surety.escalation.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.escalation.Agent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a case ended.
 *
 * @param resolution what was done for the customer
 * @param prevention what keeps it from coming again; null when nobody knows yet
 */
public record Resolution(
        RootCause rootCause, String resolution, @Nullable String prevention, Agent agent, Instant at) {
    public Resolution {
        requireNonNull(rootCause, "rootCause");
        requireNonNull(resolution, "resolution");
        requireNonNull(agent, "agent");
        requireNonNull(at, "at");
    }
}
