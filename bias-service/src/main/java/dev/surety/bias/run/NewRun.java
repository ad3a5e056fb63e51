package dev.surety.bias.run;

import java.time.Instant;
import java.util.UUID;

/**
 * A run that is to be started.
 *
 * @param idempotencyKey given by the caller; the same key of a tenant never starts a second run
 * @param requestDigest of everything in the request, to notice a key that comes back with another one
 */
public record NewRun(
        UUID id,
        String tenant,
        String idempotencyKey,
        String requestDigest,
        String suiteDocument,
        Target target,
        long seed,
        String createdBy,
        Instant createdAt) {}
