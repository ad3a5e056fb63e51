package dev.surety.tlog.policy;

import dev.surety.tlog.note.WitnessKey;
import java.util.Objects;
import java.util.Optional;

/**
 * A witness that a policy trusts: its name in the policy, which means nothing elsewhere, its key, and its submission
 * prefix, if the policy says so.
 */
public record TrustedWitness(String name, WitnessKey key, Optional<String> url) {
    public TrustedWitness {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(url, "url");
    }
}
