package dev.surety.benchmarks.accuracy;

import java.util.Locale;

/**
 * So many out of so many, with the 95 % interval of Wilson (1927), which stays within 0 and 1 and is honest for small
 * numbers and for proportions near the ends.
 */
public record Proportion(int successes, int trials) {
    private static final double Z = 1.959963984540054;

    public Proportion {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " of " + trials + ": 0 <= successes <= trials expected");
        }
    }

    /** The proportion; not a number when nothing was tried. */
    public double value() {
        return (double) successes / trials;
    }

    /** The lower end of the interval. */
    public double lower() {
        return bound(-1);
    }

    /** The upper end of the interval. */
    public double upper() {
        return bound(1);
    }

    private double bound(int side) {
        double n = trials;
        double p = value();
        double middle = p + Z * Z / (2 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return Math.clamp((middle + side * half) / (1 + Z * Z / n), 0, 1);
    }

    /** For a table: the value, the interval and the numbers behind it. */
    public String cell() {
        return trials == 0
                ? "–"
                : String.format(Locale.ROOT, "%.3f (%.3f–%.3f), %d/%d", value(), lower(), upper(), successes, trials);
    }
}
