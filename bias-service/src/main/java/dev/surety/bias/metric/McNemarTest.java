package dev.surety.bias.metric;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The exact form of McNemar's test of equal rates in pairs (Q. McNemar, Psychometrika 12, 1947): under equality each
 * discordant pair is a fair coin. It speaks of this bot on these pairs, not of further templates.
 */
public final class McNemarTest {
    static final String METHOD = "mcnemar-exact";

    private McNemarTest() {}

    /**
     * The two-sided binomial test of the discordant pairs; p = 1 when there are none. A fair coin is symmetric, so both
     * tails are twice one of them; {@code BinomialTest} of commons-statistics 1.2 searches the far tail instead and
     * loses part of it to rounding (2.6e-9 instead of 3.9e-9 for 38 of 147).
     */
    public static Significance test(PairedTable table) {
        if (table.discordant() == 0) {
            return new Significance(1, METHOD);
        }
        int fewer = Math.toIntExact(Math.min(table.onlyOther(), table.onlyReference()));
        double tail = BinomialDistribution.of(Math.toIntExact(table.discordant()), 0.5)
                .cumulativeProbability(fewer);
        return new Significance(Math.clamp(2 * tail, 0, 1), METHOD);
    }
}
