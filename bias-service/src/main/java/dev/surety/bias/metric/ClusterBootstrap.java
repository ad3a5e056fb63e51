package dev.surety.bias.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The interval of a ratio of two paired rates: whole templates are drawn again with replacement (B. Efron, R. J.
 * Tibshirani, An Introduction to the Bootstrap, 1993, chapters 8 and 13), because pairs of one template belong
 * together.
 */
public final class ClusterBootstrap {
    static final String METHOD = "cluster-bootstrap-percentile";

    private static final long WORK_LIMIT = 100_000_000;
    private static final int MOST_DRAWS = 4_999;
    private static final int FEWEST_DRAWS = 999;

    private ClusterBootstrap() {}

    /**
     * The percentile interval of the raw ratio {@code other / reference}, widened to what {@link ClusterInterval}
     * allows where too few templates differ; empty when the reference rate of the data or of a drawn sample is zero.
     */
    public static Optional<Interval> ratio(List<PairedTable> templates, double level, UniformRandomProvider random) {
        int size = templates.size();
        if (size < 2) {
            return Optional.empty();
        }
        int draws = Math.clamp(WORK_LIMIT / size, FEWEST_DRAWS, MOST_DRAWS);
        long[] reference = templates.stream()
                .mapToLong(table -> table.reference().favourable())
                .toArray();
        long[] other = templates.stream()
                .mapToLong(table -> table.other().favourable())
                .toArray();
        double[] ratios = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            long below = 0;
            long above = 0;
            for (int i = 0; i < size; i++) {
                int template = random.nextInt(size);
                below += reference[template];
                above += other[template];
            }
            if (below == 0) {
                return Optional.empty();
            }
            ratios[draw] = (double) above / below;
        }
        Arrays.sort(ratios);
        int tail = (int) Math.floor((1 - level) / 2 * (draws + 1));
        return Optional.of(widened(templates, ratios[tail], ratios[draws - 1 - tail], level));
    }

    private static Interval widened(List<PairedTable> templates, double lower, double upper, double level) {
        PairedTable all = templates.stream().reduce(PairedTable.EMPTY, PairedTable::plus);
        double ratio = all.other().rate() / all.reference().rate();
        double[] means = templates.stream().mapToDouble(PairedTable::difference).toArray();
        Interval difference = ClusterInterval.of(means, level);
        double low = Math.min(lower, ratio);
        double high = Math.max(upper, ratio);
        if (difference.method().equals(ClusterInterval.BOUNDED)) {
            double rate = all.reference().rate();
            low = Math.min(low, Math.max(0, (rate + difference.lower()) / rate));
            high = Math.max(high, (rate + difference.upper()) / rate);
        }
        return new Interval(low, high, level, METHOD);
    }
}
