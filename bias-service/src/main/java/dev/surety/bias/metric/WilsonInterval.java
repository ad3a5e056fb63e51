package dev.surety.bias.metric;

/**
 * The score interval of one proportion, without continuity correction (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927;
 * method 3 of R. G. Newcombe, Statistics in Medicine 17, 1998, pp. 857–872). It never leaves 0 to 1 and stays
 * informative at 0 % and 100 %.
 */
public final class WilsonInterval {
    static final String METHOD = "wilson-score";

    private WilsonInterval() {}

    /**
     * The interval of a group's favourable rate.
     *
     * @throws IllegalStateException for a group without outcomes
     */
    public static Interval of(Proportion proportion, double level) {
        double rate = proportion.rate();
        double n = proportion.total();
        double z = Quantiles.twoSidedNormal(level);
        double square = z * z;
        double centre = 2 * n * rate + square;
        double spread = z * Math.sqrt(square + 4 * n * rate * (1 - rate));
        double scale = 2 * (n + square);
        // Rounding must not push a bound past the rate itself, which the interval contains by construction.
        double lower = Math.clamp((centre - spread) / scale, 0, rate);
        double upper = Math.clamp((centre + spread) / scale, rate, 1);
        return new Interval(lower, upper, level, METHOD);
    }
}
