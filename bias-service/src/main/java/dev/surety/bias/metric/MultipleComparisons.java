package dev.surety.bias.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrections for asking many questions of one set of data. Adjusted p-values keep the order of the given ones, are
 * never smaller than them and never above 1.
 */
public enum MultipleComparisons {
    /** Controls the chance of any false alarm (S. Holm, Scand. J. Stat. 6, 1979); for what gates a release. */
    HOLM {
        @Override
        public double[] adjust(double[] raw) {
            int[] order = ascending(raw);
            double[] adjusted = new double[raw.length];
            double running = 0;
            for (int rank = 0; rank < order.length; rank++) {
                running = Math.max(running, Math.min(1, (raw.length - rank) * raw[order[rank]]));
                adjusted[order[rank]] = running;
            }
            return adjusted;
        }
    },
    /** Controls the share of false alarms (Y. Benjamini, Y. Hochberg, J. R. Stat. Soc. B 57, 1995); for exploring. */
    BENJAMINI_HOCHBERG {
        @Override
        public double[] adjust(double[] raw) {
            int[] order = ascending(raw);
            double[] adjusted = new double[raw.length];
            double running = 1;
            for (int rank = order.length - 1; rank >= 0; rank--) {
                running = Math.min(running, raw.length * raw[order[rank]] / (rank + 1));
                adjusted[order[rank]] = running;
            }
            return adjusted;
        }
    },
    /** No correction; honest only for a family of one. */
    NONE {
        @Override
        public double[] adjust(double[] raw) {
            return raw.clone();
        }
    };

    /** The adjusted p-values of a family, in the order of the given ones. */
    public abstract double[] adjust(double[] raw);

    private static int[] ascending(double[] raw) {
        return IntStream.range(0, raw.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> raw[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
