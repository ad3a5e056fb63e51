package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.policy.OnError;

/**
 * A check or a condition that could not do its work, and what the policy made of it.
 *
 * @param check the check, or {@code rule:<id>} where a condition had no value
 */
public record Degradation(String check, Status status, OnError onError) {
    public Degradation {
        requireNonNull(check, "check");
        requireNonNull(status, "status");
        requireNonNull(onError, "onError");
    }
}
