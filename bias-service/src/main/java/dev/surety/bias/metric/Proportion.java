package dev.surety.bias.metric;

/**
 * How many of a group's outcomes were favourable. A total of zero is allowed: such a group exists but has no data, and
 * everything computed from it is undefined rather than zero.
 */
public record Proportion(long favourable, long total) {
    public Proportion {
        if (favourable < 0 || total < favourable) {
            throw new IllegalArgumentException(
                    favourable + " favourable of " + total + ": 0 <= favourable <= total was expected");
        }
    }

    /** Whether there is any outcome to take a rate of. */
    public boolean isDefined() {
        return total > 0;
    }

    /**
     * The favourable rate, 0 to 1.
     *
     * @throws IllegalStateException for a group without outcomes
     */
    public double rate() {
        if (!isDefined()) {
            throw new IllegalStateException("a group without outcomes has no rate");
        }
        return (double) favourable / total;
    }
}
