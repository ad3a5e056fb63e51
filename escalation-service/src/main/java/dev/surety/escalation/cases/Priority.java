package dev.surety.escalation.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How urgent a case is, most urgent first. */
public enum Priority {
    P1(1),
    P2(2),
    P3(3),
    P4(4);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** The place in the order, from 1 for the most urgent. */
    public int rank() {
        return rank;
    }

    /**
     * The priority with that place in the order.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Priority ofRank(int rank) {
        return Arrays.stream(values())
                .filter(priority -> priority.rank == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rank is " + rank + ": 1 to 4 was expected"));
    }

    /** The priority with that name, in capitals or not; empty for any other text. */
    public static Optional<Priority> named(String name) {
        try {
            return Optional.of(valueOf(name.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Whether this has to be served before {@code other}. */
    public boolean isAbove(Priority other) {
        return compareTo(other) < 0;
    }
}
