package dev.surety.bias.analysis;

import static java.util.Objects.requireNonNull;

import dev.surety.bias.metric.Contrast;
import dev.surety.bias.metric.VerdictRule;

/**
 * A finding that waits for the correction of its family.
 *
 * @param hypothesis what the test is about; drafts that name the same hypothesis of the same contrast share one test,
 *     and it counts once in the family
 * @param gating whether the overall verdict depends on it
 */
public record Draft(
        String metric,
        String hypothesis,
        Contrast contrast,
        VerdictRule rule,
        boolean gating,
        Measurement measurement) {
    public Draft {
        requireNonNull(metric, "metric");
        requireNonNull(hypothesis, "hypothesis");
        requireNonNull(contrast, "contrast");
        requireNonNull(rule, "rule");
        requireNonNull(measurement, "measurement");
    }
}
