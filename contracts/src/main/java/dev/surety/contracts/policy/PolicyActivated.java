package dev.surety.contracts.policy;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.Require;
import java.time.Instant;

/**
 * A policy version came into force on a replica. It carries the document itself, so that the log can produce the
 * policy that an answer was decided by, not only its hash.
 *
 * @param digest {@code sha256:<hex>} of the canonical form, as decisions name it
 */
public record PolicyActivated(String policyId, int version, String digest, String document, Instant activatedAt) {
    public PolicyActivated {
        Require.text(policyId, "policyId");
        Require.notNegative(version, "version");
        Require.text(digest, "digest");
        Require.text(document, "document");
        requireNonNull(activatedAt, "activatedAt");
    }
}
