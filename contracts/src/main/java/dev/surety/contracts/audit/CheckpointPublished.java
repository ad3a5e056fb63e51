package dev.surety.contracts.audit;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;

/**
 * The log signed its present size and root.
 *
 * @param note the checkpoint as a signed note (C2SP tlog-checkpoint, signed-note), byte for byte
 */
public record CheckpointPublished(String origin, long size, String rootHash, String note, Instant publishedAt) {
    public CheckpointPublished {
        Require.text(origin, "origin");
        Require.notNegative(size, "size");
        Require.text(rootHash, "rootHash");
        Require.text(note, "note");
        requireNonNull(publishedAt, "publishedAt");
    }
}
