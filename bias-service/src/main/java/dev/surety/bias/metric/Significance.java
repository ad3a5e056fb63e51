package dev.surety.bias.metric;

/**
 * The p-value of one test, always two-sided, and the name of the test that gave it.
 */
public record Significance(double p, String method) {
    public Significance {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p is " + p + ": a probability was expected");
        }
    }
}
