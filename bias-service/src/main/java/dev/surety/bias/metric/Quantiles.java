package dev.surety.bias.metric;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The normal quantiles and tails that intervals and tests share. */
final class Quantiles {
    static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    private Quantiles() {}

    /** The critical value of a two-sided interval of that level, for example 1.96 for 0.95. */
    static double twoSidedNormal(double level) {
        return STANDARD_NORMAL.inverseSurvivalProbability((1 - level) / 2);
    }

    /** The probability that a standard normal value lies at least that far from zero. */
    static double twoSidedTail(double z) {
        return Math.min(1, 2 * STANDARD_NORMAL.survivalProbability(Math.abs(z)));
    }
}
