package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The person who is served: a reference of the integrator's, never a name, and what they consented to. */
public record Customer(String ref, List<String> consents) {
    public Customer {
        requireNonNull(ref, "ref");
        consents = List.copyOf(consents);
    }
}
