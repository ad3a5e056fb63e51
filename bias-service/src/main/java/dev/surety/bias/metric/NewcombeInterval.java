package dev.surety.bias.metric;

/**
 * Hybrid score intervals of a difference between two proportions: the Wilson intervals of both, combined. They hold
 * their level in small samples and at extreme rates, where the textbook interval collapses.
 */
public final class NewcombeInterval {
    static final String UNPAIRED = "newcombe-wilson";
    static final String PAIRED = "newcombe-wilson-paired";

    private NewcombeInterval() {}

    /**
     * The interval of {@code other − reference} for independent groups (method 10 of R. G. Newcombe, Statistics in
     * Medicine 17, 1998, pp. 873–890).
     */
    public static Interval ofIndependent(Proportion reference, Proportion other, double level) {
        return combine(reference, other, 0, level, UNPAIRED);
    }

    /**
     * The interval of {@code other − reference} for pairs (method 10 of R. G. Newcombe, Statistics in Medicine 17,
     * 1998, pp. 2635–2650): the paired form weighs in the correlation of the two outcomes.
     */
    public static Interval ofPairs(PairedTable table, double level) {
        return combine(table.reference(), table.other(), correlation(table), level, PAIRED);
    }

    /** The correlation of paired outcomes with the continuity correction that method 10 prescribes for positive ones. */
    static double correlation(PairedTable table) {
        double n = table.pairs();
        double scale = Math.sqrt(
                        (double) table.reference().favourable() * table.other().favourable())
                * Math.sqrt((n - table.reference().favourable())
                        * (n - table.other().favourable()));
        if (scale == 0) {
            return 0;
        }
        double product = (double) table.both() * table.neither() - (double) table.onlyOther() * table.onlyReference();
        double corrected = product > 0 ? Math.max(product - n / 2, 0) : product;
        return Math.clamp(corrected / scale, -1, 1);
    }

    private static Interval combine(
            Proportion reference, Proportion other, double correlation, double level, String method) {
        Interval first = WilsonInterval.of(other, level);
        Interval second = WilsonInterval.of(reference, level);
        double difference = other.rate() - reference.rate();
        double down = distance(other.rate() - first.lower(), second.upper() - reference.rate(), correlation);
        double up = distance(first.upper() - other.rate(), reference.rate() - second.lower(), correlation);
        return new Interval(Math.max(-1, difference - down), Math.min(1, difference + up), level, method);
    }

    private static double distance(double first, double second, double correlation) {
        return Math.sqrt(Math.max(0, first * first - 2 * correlation * first * second + second * second));
    }
}
