package dev.surety.bias.metric;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Tests whether template means of a paired difference are centred on zero, by flipping their signs (R. A. Fisher, The
 * Design of Experiments, 1935, section 21). The template is the unit: pairs of one template resemble one another, and
 * counting them as independent gives false alarms of up to 40 %.
 */
public final class SignFlipTest {
    static final String EXACT = "sign-flip-exact";
    static final String MONTE_CARLO = "sign-flip-monte-carlo";

    /** Two to this power sign patterns are still counted in full, in two halves. */
    private static final int EXACT_LIMIT = 40;

    private static final long WORK_LIMIT = 200_000_000;
    private static final int MOST_DRAWS = 99_999;
    private static final int FEWEST_DRAWS = 1_999;

    private SignFlipTest() {}

    /**
     * The two-sided test of the mean. Exact for up to 40 templates whose mean is not zero; above that, seeded random
     * sign patterns, the observed one counted in (B. Phipson, G. K. Smyth, Stat. Appl. Genet. Mol. Biol. 9, 2010).
     */
    public static Significance test(double[] templateMeans, UniformRandomProvider random) {
        double[] effects = Arrays.stream(templateMeans)
                .filter(mean -> mean != 0)
                .map(Math::abs)
                .toArray();
        double observed = Math.abs(Arrays.stream(templateMeans).sum());
        // Means are fractions of small counts: sums that are equal on paper differ here in their last digits.
        double tolerance = 1e-9 * Arrays.stream(effects).sum();
        if (observed <= tolerance) {
            return new Significance(1, EXACT);
        }
        double threshold = observed - tolerance;
        return effects.length <= EXACT_LIMIT
                ? new Significance(exact(effects, threshold), EXACT)
                : new Significance(monteCarlo(effects, threshold, random), MONTE_CARLO);
    }

    private static double exact(double[] effects, double threshold) {
        int half = effects.length / 2;
        double[] left = sortedSums(effects, 0, half);
        double[] right = sortedSums(effects, half, effects.length);
        long extreme = 0;
        int from = right.length;
        for (double sum : left) {
            while (from > 0 && sum + right[from - 1] >= threshold) {
                from--;
            }
            extreme += right.length - from;
        }
        // The distribution of the sum is symmetric, so the lower tail has as many patterns.
        return Math.min(1, 2.0 * extreme / Math.pow(2, effects.length));
    }

    /** All signed sums of a range in ascending order; merging keeps them sorted at the cost of one pass per effect. */
    private static double[] sortedSums(double[] effects, int from, int to) {
        double[] sums = {0};
        for (int i = from; i < to; i++) {
            double[] next = new double[sums.length * 2];
            int down = 0;
            int up = 0;
            for (int k = 0; k < next.length; k++) {
                boolean takeDown =
                        up == sums.length || (down < sums.length && sums[down] - effects[i] <= sums[up] + effects[i]);
                next[k] = takeDown ? sums[down++] - effects[i] : sums[up++] + effects[i];
            }
            sums = next;
        }
        return sums;
    }

    private static double monteCarlo(double[] effects, double threshold, UniformRandomProvider random) {
        int draws = Math.clamp(WORK_LIMIT / effects.length, FEWEST_DRAWS, MOST_DRAWS);
        int extreme = 0;
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            long signs = 0;
            for (int i = 0; i < effects.length; i++) {
                signs = i % Long.SIZE == 0 ? random.nextLong() : signs >>> 1;
                sum += (signs & 1) == 0 ? effects[i] : -effects[i];
            }
            if (Math.abs(sum) >= threshold) {
                extreme++;
            }
        }
        return (extreme + 1.0) / (draws + 1.0);
    }
}
