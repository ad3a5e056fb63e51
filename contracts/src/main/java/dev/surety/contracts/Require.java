package dev.surety.contracts;

import java.util.Objects;

/** The checks that event records share; each failure names the component and what was expected of it. */
public final class Require {
    private Require() {}

    /** Returns {@code value}, or throws when it is null, empty or only white space. */
    public static String text(String value, String component) {
        Objects.requireNonNull(value, component);
        if (value.isBlank()) {
            throw new IllegalArgumentException(component + " is blank: a non-empty text was expected");
        }
        return value;
    }

    /** Returns {@code value}, or throws when it lies outside 0..1000. */
    public static int perMille(int value, String component) {
        if (value < 0 || value > 1000) {
            throw new IllegalArgumentException(component + " is " + value + ": 0..1000 per mille was expected");
        }
        return value;
    }

    /** Returns {@code value}, or throws when it is negative. */
    public static long notNegative(long value, String component) {
        if (value < 0) {
            throw new IllegalArgumentException(component + " is " + value + ": zero or more was expected");
        }
        return value;
    }
}
