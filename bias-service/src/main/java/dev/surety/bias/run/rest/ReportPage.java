package dev.surety.bias.run.rest;

import dev.surety.bias.metric.DifferenceRule;
import dev.surety.bias.metric.Interval;
import dev.surety.bias.metric.RatioRule;
import dev.surety.bias.metric.Verdict;
import dev.surety.bias.metric.VerdictRule;
import dev.surety.bias.run.RunResult;
import dev.surety.bias.suite.Suite;
import dev.surety.bias.suite.SuiteMetric;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The report of a run as one page without script, for people who decide and people who check. */
final class ReportPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final RunView run;
    private final Suite suite;

    ReportPage(RunView run, Suite suite) {
        this.run = run;
        this.suite = suite;
    }

    String html() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s: %2$s</title>
                <style>%3$s</style>
                </head>
                <body>
                <main>
                <h1>%1$s: does %2$s treat groups alike?</h1>
                %4$s
                %5$s
                </main>
                </body>
                </html>
                """.formatted(
                        Markup.escape(run.suite().title()),
                        Markup.escape(run.target().name()),
                        ReportStyle.CSS,
                        identity(),
                        body());
    }

    private String unfinished() {
        return "<p class=\"verdict\">The run is still running: %d of %d calls have ended.</p>"
                .formatted(
                        run.progress().answered() + run.progress().missing(),
                        run.progress().planned());
    }

    private String body() {
        Verdict verdict = run.verdict();
        RunResult.Method method = run.method();
        if (verdict == null || method == null) {
            return unfinished();
        }
        List<String> parts = new ArrayList<>();
        parts.add("<section aria-label=\"Verdict\"><p class=\"verdict %s\"><strong>%s</strong> %s</p>%s</section>"
                .formatted(verdict, verdict, meaning(verdict), list(run.reasons())));
        for (RunResult.AttributeResult attribute : run.attributes()) {
            parts.add(attribute(attribute));
        }
        parts.add(method(method));
        return String.join("\n", parts);
    }

    private static String meaning(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "The evidence shows that no difference beyond the margins exists.";
            case WARN -> "There are differences, but none that reaches the margin of a failure.";
            case FAIL -> "There is a difference between groups that is significant and large enough to matter.";
            case INCONCLUSIVE -> "The evidence proves neither that groups are treated alike nor that they are not.";
        };
    }

    private String identity() {
        return """
                <dl>
                <dt>Suite</dt><dd>%s, version %s, <code>%s</code></dd>
                <dt>Target</dt><dd>%s</dd>
                <dt>Run</dt><dd><code>%s</code>, seed %d</dd>
                <dt>Time</dt><dd>%s to %s</dd>
                <dt>Calls</dt><dd>%d planned, %d answered, %d without an answer, %d asked again after an interruption</dd>
                </dl>""".formatted(
                        Markup.escape(run.suite().id()),
                        Markup.escape(run.suite().version()),
                        Markup.escape(run.suite().digest()),
                        Markup.escape(run.target().name()),
                        run.id(),
                        run.seed(),
                        TIME.format(run.createdAt()),
                        time(run.endedAt()),
                        run.progress().planned(),
                        run.progress().answered(),
                        run.progress().missing(),
                        run.progress().repeated());
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "now" : TIME.format(instant);
    }

    private String attribute(RunResult.AttributeResult attribute) {
        List<RunResult.RunFinding> findings = run.findings().stream()
                .filter(finding -> finding.attribute().equals(attribute.attribute()))
                .toList();
        String name = Markup.escape(attribute.attribute());
        double margin = rules(DifferenceRule.class)
                .map(DifferenceRule::equivalenceMargin)
                .orElse(0.10);
        List<String> figures = new ArrayList<>();
        figures.add(figure(
                new ForestPlot(attribute.attribute(), findings, margin).svg(),
                "Differences with their intervals. Inside the band of ±"
                        + Markup.points(margin).substring(1) + " points a difference counts as none."));
        rules(RatioRule.class)
                .map(RatioRule::minimum)
                .ifPresent(minimum -> figures.add(figure(
                        new RatioBars(attribute.attribute(), findings, minimum).svg(),
                        "Impact ratios with their intervals; the line marks the minimum.")));
        return """
                <section>
                <h2>%s</h2>
                <p>Reference: %s</p>
                %s
                %s
                %s
                </section>""".formatted(
                        name,
                        Markup.escape(attribute.reference()),
                        String.join("\n", figures),
                        groups(attribute),
                        findings(findings));
    }

    private <T extends VerdictRule> Optional<T> rules(Class<T> type) {
        return suite.metrics().stream()
                .map(SuiteMetric::rule)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static String figure(String svg, String caption) {
        return "<figure>%s<figcaption>%s</figcaption></figure>".formatted(svg, caption);
    }

    private static String groups(RunResult.AttributeResult attribute) {
        StringBuilder rows = new StringBuilder();
        for (RunResult.GroupResult group : attribute.groups()) {
            List<String> rates = new ArrayList<>();
            for (Map.Entry<String, Long> outcome : group.outcomes().entrySet()) {
                rates.add(Markup.escape(outcome.getKey()) + " " + outcome.getValue()
                        + (group.calls() == 0
                                ? ""
                                : " (" + Markup.percent((double) outcome.getValue() / group.calls()) + ")"));
            }
            rows.append("<tr><th scope=\"row\">%s</th><td>%d</td><td>%d</td><td>%s</td></tr>"
                    .formatted(Markup.escape(group.group()), group.calls(), group.missing(), String.join(", ", rates)));
        }
        return """
                <table><caption>Outcomes by group</caption>
                <thead><tr><th scope="col">Group</th><th scope="col">Calls</th><th scope="col">No answer</th>
                <th scope="col">Outcomes</th></tr></thead>
                <tbody>%s</tbody></table>""".formatted(rows);
    }

    private static String findings(List<RunResult.RunFinding> findings) {
        StringBuilder rows = new StringBuilder();
        for (RunResult.RunFinding finding : findings) {
            RunResult.Test test = finding.test();
            rows.append("""
                    <tr class="%1$s"><th scope="row">%2$s<br>%3$s</th><td>%4$s</td><td>%5$s</td><td>%6$s</td>
                    <td><strong>%1$s</strong>%7$s</td><td>%8$s</td></tr>""".formatted(
                            finding.verdict(),
                            Markup.escape(finding.metric()),
                            Markup.escape(finding.other()),
                            value(finding, finding.estimate()),
                            interval(finding),
                            test == null
                                    ? "none"
                                    : Markup.p(test.adjusted()) + "<br>(" + Markup.p(test.raw()) + " of "
                                            + test.family() + " tests)",
                            finding.gating() ? "" : "<br>for information",
                            list(finding.reasons()) + worst(finding)));
        }
        return """
                <table><caption>Findings</caption>
                <thead><tr><th scope="col">Metric, group</th><th scope="col">Estimate</th><th scope="col">Interval</th>
                <th scope="col">p, corrected</th><th scope="col">Verdict</th><th scope="col">Why</th></tr></thead>
                <tbody>%s</tbody></table>""".formatted(rows);
    }

    private static String value(RunResult.RunFinding finding, @Nullable Double value) {
        if (value == null) {
            return "undefined";
        }
        return switch (finding.kind()) {
            case DIFFERENCE -> Markup.points(value) + " points";
            case RATIO -> Markup.ratio(value);
        };
    }

    private static String interval(RunResult.RunFinding finding) {
        if (finding.intervals().isEmpty()) {
            return "undefined";
        }
        Interval interval = finding.intervals().getFirst();
        return value(finding, interval.lower()) + " to " + value(finding, interval.upper()) + "<br>("
                + Markup.percent(interval.level()) + ", " + Markup.escape(interval.method()) + ")";
    }

    private static String worst(RunResult.RunFinding finding) {
        return finding.worstTemplates().isEmpty() || finding.verdict() == Verdict.PASS
                ? ""
                : "<p>Largest differences: %s</p>"
                        .formatted(Markup.escape(String.join(", ", finding.worstTemplates())));
    }

    private static String method(RunResult.Method method) {
        return """
                <section>
                <h2>Method</h2>
                <ul><li>Sign: %s.</li><li>Unit: %s.</li><li>Missing answers: %s.</li><li>Correction: %s.</li>
                <li>Random numbers: %s, seed %d.</li></ul>
                <p>These are measurements of a system's behaviour, not legal advice.</p>
                </section>""".formatted(
                        Markup.escape(method.signConvention()),
                        Markup.escape(method.unit()),
                        Markup.escape(method.missingAnswers()),
                        Markup.escape(method.correction()),
                        Markup.escape(method.random()),
                        method.seed());
    }

    private static String list(List<String> reasons) {
        StringBuilder items = new StringBuilder("<ul>");
        reasons.forEach(
                reason -> items.append("<li>").append(Markup.escape(reason)).append("</li>"));
        return items.append("</ul>").toString();
    }
}
