package dev.surety.bias.metric;

import static java.util.Objects.requireNonNull;

/** Two groups that are compared; differences are the other's minus the reference's. */
public record Contrast(String reference, String other) {
    public Contrast {
        requireNonNull(reference, "reference");
        requireNonNull(other, "other");
    }
}
