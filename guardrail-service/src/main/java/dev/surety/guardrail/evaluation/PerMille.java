package dev.surety.guardrail.evaluation;

/**
 * Scores are whole per mille, because floating point does not survive the canonical JSON of the log; conditions see
 * them as decimals from 0 to 1.
 */
public final class PerMille {
    public static final int ONE = 1000;

    private PerMille() {}

    /** Returns {@code value}, or throws when it lies outside 0..1000. */
    public static int require(int value, String component) {
        if (value < 0 || value > ONE) {
            throw new IllegalArgumentException(component + " is " + value + ": 0..1000 per mille was expected");
        }
        return value;
    }

    /** The nearest per mille of a decimal; what lies outside 0..1, or is not a number, is moved to the nearest end. */
    public static int of(double decimal) {
        return (int) Math.round(Math.clamp(Double.isNaN(decimal) ? 0.0 : decimal, 0.0, 1.0) * ONE);
    }

    /** The decimal from 0 to 1. */
    public static double decimal(int perMille) {
        return (double) perMille / ONE;
    }
}
