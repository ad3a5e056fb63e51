package dev.surety.tlog.policy;

import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.note.Cosignature;
import java.util.List;
import java.util.Objects;

/**
 * A checkpoint that satisfies a {@link TrustPolicy}, with the cosignatures of all the policy's witnesses that gave one,
 * also those that the quorum did not need.
 */
public record WitnessedCheckpoint(Checkpoint checkpoint, List<Cosignature> cosignatures) {
    public WitnessedCheckpoint {
        Objects.requireNonNull(checkpoint, "checkpoint");
        cosignatures = List.copyOf(cosignatures);
    }
}
