package dev.surety.bias.metric;

/**
 * How many pairs it takes to find a difference (R. J. Connor, Biometrics 43, 1987, on McNemar's test). The exact test
 * has slightly less power than the formula aims at; plan some seven per cent more.
 *
 * @param alpha the two-sided level of the test
 * @param power the wanted chance to find the difference
 */
public record SamplePlan(double alpha, double power) {
    public SamplePlan {
        if (!(alpha > 0 && alpha < 1) || !(power > 0 && power < 1)) {
            throw new IllegalArgumentException("alpha and power must lie between 0 and 1");
        }
    }

    /**
     * The number of independent pairs for a difference of rates at the given share of discordant pairs.
     *
     * @throws IllegalArgumentException when no such difference can be: {@code 0 < difference <= discordance <= 1}
     */
    public long pairs(double difference, double discordance) {
        if (!(difference > 0 && difference <= discordance && discordance <= 1)) {
            throw new IllegalArgumentException("0 < difference <= discordance <= 1 was expected");
        }
        double forAlpha = Quantiles.twoSidedNormal(1 - alpha) * Math.sqrt(discordance);
        double forPower = Quantiles.STANDARD_NORMAL.inverseCumulativeProbability(power)
                * Math.sqrt(discordance - difference * difference);
        double root = (forAlpha + forPower) / difference;
        return (long) Math.ceil(root * root);
    }

    /**
     * The number of pairs when {@code perTemplate} of them share a template: independent pairs times the design
     * effect {@code 1 + (m − 1) ICC} (L. Kish, Survey Sampling, 1965).
     */
    public long clusteredPairs(double difference, double discordance, int perTemplate, double intraclassCorrelation) {
        double designEffect = 1 + (perTemplate - 1) * intraclassCorrelation;
        return (long) Math.ceil(pairs(difference, discordance) * designEffect);
    }
}
