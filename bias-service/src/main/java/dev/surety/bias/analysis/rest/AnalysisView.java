package dev.surety.bias.analysis.rest;

import dev.surety.bias.analysis.Analysis;
import dev.surety.bias.analysis.Thresholds;
import dev.surety.bias.metric.Interval;
import dev.surety.bias.metric.Proportion;
import dev.surety.bias.metric.SeededRandom;
import dev.surety.bias.metric.Verdict;
import dev.surety.bias.metric.WilsonInterval;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An analysis as JSON: the verdict and why, then the evidence, then everything that it depended on.
 *
 * @param rates of every declared group, those without data included
 */
public record AnalysisView(
        Verdict verdict,
        List<String> reasons,
        String reference,
        String signConvention,
        List<RateView> rates,
        List<FindingView> findings,
        List<String> notes,
        Thresholds thresholds,
        RandomView random) {
    private static final double LEVEL = 0.95;
    private static final String SIGN_CONVENTION =
            "differences are the other group's rate minus the reference group's; negative means that the other group"
                    + " has the outcome less often";

    /** The favourable rate of a group; rate and interval are null for a group without outcomes. */
    public record RateView(
            String group,
            long favourable,
            long total,
            @Nullable Double rate,
            @Nullable Interval interval) {
        /** The view of one group's outcomes. */
        public static RateView of(String group, Proportion outcomes) {
            return new RateView(
                    group,
                    outcomes.favourable(),
                    outcomes.total(),
                    outcomes.isDefined() ? outcomes.rate() : null,
                    outcomes.isDefined() ? WilsonInterval.of(outcomes, LEVEL) : null);
        }
    }

    /** How random draws can be repeated. */
    public record RandomView(String algorithm, long seed) {}

    static AnalysisView of(Analysis analysis, ComparisonReader.Settings settings) {
        return new AnalysisView(
                analysis.verdict(),
                analysis.reasons(),
                analysis.reference(),
                SIGN_CONVENTION,
                analysis.rates().entrySet().stream()
                        .map((Map.Entry<String, Proportion> entry) -> RateView.of(entry.getKey(), entry.getValue()))
                        .toList(),
                analysis.findings().stream().map(FindingView::of).toList(),
                analysis.notes(),
                settings.thresholds(),
                new RandomView(SeededRandom.ALGORITHM, settings.seed()));
    }
}
