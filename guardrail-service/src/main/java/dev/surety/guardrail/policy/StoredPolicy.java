package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A policy document as it is kept, and for whom.
 *
 * @param tenant the only tenant that it holds for; null for every tenant
 */
public record StoredPolicy(@Nullable String tenant, PolicySource source) {
    public StoredPolicy {
        requireNonNull(source, "source");
    }
}
