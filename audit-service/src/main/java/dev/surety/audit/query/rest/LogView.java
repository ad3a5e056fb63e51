package dev.surety.audit.query.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the log stands.
 *
 * @param size how many entries the last checkpoint covers
 * @param rootHash Base64; null before the first checkpoint
 * @param pending how many entries are committed but not yet covered by a checkpoint
 */
public record LogView(
        String origin,
        long size,
        @Nullable String rootHash,
        @Nullable Instant checkpointAt,
        long pending) {}
