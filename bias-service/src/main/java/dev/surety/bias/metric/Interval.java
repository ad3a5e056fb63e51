package dev.surety.bias.metric;

/**
 * A confidence interval, lower bound not above the upper one, both finite.
 *
 * @param level the confidence level, for example 0.95
 * @param method the name of the method, as the documentation lists it
 */
public record Interval(double lower, double upper, double level, String method) {
    public Interval {
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
            throw new IllegalArgumentException("[" + lower + ", " + upper + "] is not an interval");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level is " + level + ": a number between 0 and 1 was expected");
        }
    }

    /** Whether {@code value} lies in the interval, bounds included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** Whether the whole interval lies strictly between the two bounds. */
    public boolean liesBetween(double below, double above) {
        return below < lower && upper < above;
    }
}
