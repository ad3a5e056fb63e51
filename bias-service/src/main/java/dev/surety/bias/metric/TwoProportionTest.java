package dev.surety.bias.metric;

import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.FisherExactTest;

/** Tests of equal favourable rates in two independent groups. */
public final class TwoProportionTest {
    static final String FISHER = "fisher-exact";
    static final String Z = "two-proportion-z";

    /** Above this many outcomes the exact test costs seconds and agrees with the z test in every digit that matters. */
    private static final long EXACT_LIMIT = 1_000_000;

    private TwoProportionTest() {}

    /**
     * The statistic of the pooled z test, signed as {@code other − reference}; empty when it is undefined because a
     * group is empty or all outcomes are the same.
     */
    public static OptionalDouble z(Proportion reference, Proportion other) {
        if (!reference.isDefined() || !other.isDefined()) {
            return OptionalDouble.empty();
        }
        double total = (double) reference.total() + other.total();
        double pooled = ((double) reference.favourable() + other.favourable()) / total;
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / reference.total() + 1.0 / other.total()));
        return error > 0 ? OptionalDouble.of((other.rate() - reference.rate()) / error) : OptionalDouble.empty();
    }

    /**
     * The exact conditional test where it is affordable (R. A. Fisher, The Design of Experiments, 1935; two-sided by
     * the method of small p-values), else the pooled z test; the method says which. No outcome that differs: p = 1.
     */
    public static Significance test(Proportion reference, Proportion other) {
        OptionalDouble z = z(reference, other);
        if (z.isEmpty()) {
            return new Significance(1, FISHER);
        }
        if (reference.total() + other.total() > EXACT_LIMIT) {
            return new Significance(Quantiles.twoSidedTail(z.getAsDouble()), Z);
        }
        int[][] table = {
            {Math.toIntExact(other.favourable()), Math.toIntExact(other.total() - other.favourable())},
            {Math.toIntExact(reference.favourable()), Math.toIntExact(reference.total() - reference.favourable())}
        };
        double p = FisherExactTest.withDefaults().test(table).getPValue();
        return new Significance(Math.clamp(p, 0, 1), FISHER);
    }
}
