package dev.surety.bias.analysis.rest;

import dev.surety.bias.analysis.Finding;
import dev.surety.bias.analysis.Measurement;
import dev.surety.bias.metric.Interval;
import dev.surety.bias.metric.Significance;
import dev.surety.bias.metric.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One finding as JSON.
 *
 * @param estimate a difference (other minus reference) or a symmetric ratio, as the metric says; null when undefined
 * @param intervals the deciding one first
 * @param test null when there is no test
 * @param figures further numbers by name
 */
public record FindingView(
        String metric,
        String reference,
        String other,
        boolean gating,
        @Nullable Double estimate,
        List<Interval> intervals,
        @Nullable TestView test,
        Map<String, Double> figures,
        Verdict verdict,
        List<String> reasons) {

    /** The p-value before and after the correction for {@code family} tests. */
    public record TestView(String method, double raw, double adjusted, String correction, int family) {}

    /** The view of a finding. */
    public static FindingView of(Finding finding) {
        Measurement measured = finding.measurement();
        return new FindingView(
                finding.metric(),
                finding.contrast().reference(),
                finding.contrast().other(),
                finding.gating(),
                measured.estimate(),
                measured.intervals(),
                test(measured.significance(), finding.adjustment()),
                measured.further(),
                finding.ruling().verdict(),
                finding.ruling().reasons());
    }

    private static @Nullable TestView test(@Nullable Significance raw, Finding.@Nullable Adjustment adjustment) {
        return raw == null || adjustment == null
                ? null
                : new TestView(
                        raw.method(),
                        raw.p(),
                        adjustment.p(),
                        adjustment.correction().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        adjustment.family());
    }
}
