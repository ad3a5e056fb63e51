package dev.surety.tlog.policy;

import dev.surety.tlog.note.VerifierKey;
import java.util.Objects;
import java.util.Optional;

/** A log that a policy trusts: its key, whose name is its origin, and where it is, if the policy says so. */
public record TrustedLog(VerifierKey key, Optional<String> url) {
    public TrustedLog {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(url, "url");
    }
}
