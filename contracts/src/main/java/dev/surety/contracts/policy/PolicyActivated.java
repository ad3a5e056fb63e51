package dev.surety.contracts.policy;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A policy version came into force on a replica. It carries the document itself, so that the log can produce the
 * policy that an answer was decided by, not only its hash.
 *
 * @param digest {@code sha256:<hex>} of the canonical form, as decisions name it
 * @param document as it was written
 * @param resolved all that decides, in canonical JSON (RFC 8785): what the document inherits, every text, the
 *     detectors' versions; the SHA-256 of its UTF-8 is the digest. Null in records of before it was told.
 */
public record PolicyActivated(
        String policyId,
        int version,
        String digest,
        String document,
        @Nullable String resolved,
        Instant activatedAt) {
    public PolicyActivated {
        Require.text(policyId, "policyId");
        Require.notNegative(version, "version");
        Require.text(digest, "digest");
        Require.text(document, "document");
        requireNonNull(activatedAt, "activatedAt");
    }
}
