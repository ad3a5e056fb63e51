package dev.surety.bias.suite;

import static java.util.Objects.requireNonNull;

import dev.surety.bias.metric.VerdictRule;

/**
 * One question that the suite asks of its outcomes; the rule says whether it is about a difference or a ratio.
 *
 * @param gating whether the verdict of the run depends on it
 */
public record SuiteMetric(String id, String outcome, boolean gating, VerdictRule rule) {
    public SuiteMetric {
        requireNonNull(id, "id");
        requireNonNull(outcome, "outcome");
        requireNonNull(rule, "rule");
    }
}
