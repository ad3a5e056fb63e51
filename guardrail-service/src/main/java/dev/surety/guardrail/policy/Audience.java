package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

/** Customers who are spoken to differently, and how an exchange shows that one of them is speaking. */
public record Audience(String name, Expression<Boolean> when) {
    public Audience {
        requireNonNull(name, "name");
        requireNonNull(when, "when");
    }
}
