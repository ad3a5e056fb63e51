package dev.surety.bias.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A run as it stands in the store.
 *
 * @param end when it ended and with what; empty exactly while it is running
 */
public record Run(
        UUID id,
        String tenant,
        String suiteDocument,
        Target target,
        long seed,
        RunState state,
        String createdBy,
        Instant createdAt,
        Optional<End> end) {
    public Run {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
        if ((state == RunState.RUNNING) == end.isPresent()) {
            throw new IllegalArgumentException("a run has an end exactly if it is not running");
        }
    }

    /** When a run ended and with what. */
    public record End(Instant at, RunResult result) {}
}
