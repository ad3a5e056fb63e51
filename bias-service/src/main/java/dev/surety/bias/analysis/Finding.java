package dev.surety.bias.analysis;

import static java.util.Objects.requireNonNull;

import dev.surety.bias.metric.Contrast;
import dev.surety.bias.metric.MultipleComparisons;
import dev.surety.bias.metric.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one contrast, judged.
 *
 * @param gating whether the overall verdict depends on it
 * @param adjustment how the raw p-value was corrected; null when there was none
 */
public record Finding(
        String metric,
        Contrast contrast,
        boolean gating,
        Measurement measurement,
        @Nullable Adjustment adjustment,
        Ruling ruling) {
    public Finding {
        requireNonNull(metric, "metric");
        requireNonNull(contrast, "contrast");
        requireNonNull(measurement, "measurement");
        requireNonNull(ruling, "ruling");
    }

    /**
     * A p-value after the correction for its family.
     *
     * @param family the number of tests that it was corrected for
     */
    public record Adjustment(double p, MultipleComparisons correction, int family) {}
}
