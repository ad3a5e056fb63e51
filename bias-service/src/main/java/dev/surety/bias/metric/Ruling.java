package dev.surety.bias.metric;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A verdict and, in plain words, what led to it; there is always at least one reason. */
public record Ruling(Verdict verdict, List<String> reasons) {
    public Ruling {
        requireNonNull(verdict, "verdict");
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a ruling gives a reason");
        }
    }

    static Ruling of(Verdict verdict, String reason) {
        return new Ruling(verdict, List.of(reason));
    }
}
