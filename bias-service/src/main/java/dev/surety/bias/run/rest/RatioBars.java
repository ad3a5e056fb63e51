package dev.surety.bias.run.rest;

import dev.surety.bias.metric.Interval;
import dev.surety.bias.run.RunResult;
import java.util.ArrayList;
import java.util.List;

/** The impact ratios of one attribute as bars from 0 to 1, with a line at the minimum. */
final class RatioBars {
    private static final int WIDTH = 860;
    private static final int LEFT = 330;
    private static final int RIGHT = 140;
    private static final int ROW = 34;
    private static final int TOP = 14;

    private final String attribute;
    private final List<RunResult.RunFinding> findings;
    private final double minimum;

    RatioBars(String attribute, List<RunResult.RunFinding> findings, double minimum) {
        this.attribute = attribute;
        this.findings = findings.stream()
                .filter(finding -> finding.kind() == RunResult.Kind.RATIO)
                .toList();
        this.minimum = minimum;
    }

    String svg() {
        int bottom = TOP + ROW * findings.size();
        List<String> parts = new ArrayList<>();
        parts.add("""
                <svg role="img" viewBox="0 0 %d %d" aria-labelledby="ratio-%3$s-title ratio-%3$s-text">
                <title id="ratio-%3$s-title">Impact ratios: %3$s</title>
                <desc id="ratio-%3$s-text">%4$s</desc>""".formatted(WIDTH, bottom + 30, Markup.escape(attribute), Markup.escape(description())));
        for (int i = 0; i < findings.size(); i++) {
            parts.add(row(findings.get(i), TOP + ROW * i));
        }
        parts.add("<line class=\"minimum\" x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$d\" y2=\"%3$d\"/>"
                .formatted(Markup.at(x(minimum)), TOP - 8, bottom + 4));
        for (double tick : new double[] {0, minimum, 1}) {
            parts.add("<text class=\"tick\" x=\"%s\" y=\"%d\">%s</text>"
                    .formatted(Markup.at(x(tick)), bottom + 22, Markup.ratio(tick)));
        }
        parts.add("</svg>");
        return String.join("\n", parts);
    }

    private String row(RunResult.RunFinding finding, int y) {
        StringBuilder row = new StringBuilder("<g class=\"%s\">".formatted(finding.verdict()));
        row.append("<text x=\"0\" y=\"%d\">%s: %s</text>"
                .formatted(y + 20, Markup.escape(finding.metric()), Markup.escape(finding.other())));
        Double estimate = finding.estimate();
        if (estimate == null) {
            row.append("<text x=\"%d\" y=\"%d\">undefined</text>".formatted(LEFT + 8, y + 20));
        } else {
            row.append("<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%s\" height=\"%d\" rx=\"3\"/>"
                    .formatted(LEFT, y + 4, Markup.at(x(estimate) - LEFT), ROW - 12));
            for (Interval interval : finding.intervals().stream().limit(1).toList()) {
                row.append("<line class=\"interval\" x1=\"%s\" x2=\"%s\" y1=\"%3$s\" y2=\"%3$s\"/>"
                        .formatted(
                                Markup.at(x(interval.lower())),
                                Markup.at(x(interval.upper())),
                                Markup.at(y + 4 + (ROW - 12) / 2.0)));
            }
        }
        String label = estimate == null ? "" : Markup.ratio(estimate) + " ";
        row.append("<text x=\"%d\" y=\"%d\">%s%s</text></g>"
                .formatted(WIDTH - RIGHT + 12, y + 20, label, finding.verdict()));
        return row.toString();
    }

    private String description() {
        List<String> sentences = new ArrayList<>();
        for (RunResult.RunFinding finding : findings) {
            Double estimate = finding.estimate();
            sentences.add(finding.metric() + ", " + finding.other() + " against " + finding.reference() + ": "
                    + (estimate == null ? "undefined" : Markup.ratio(estimate)) + " with a minimum of "
                    + Markup.ratio(minimum) + ", " + finding.verdict() + ".");
        }
        return String.join(" ", sentences);
    }

    private static double x(double ratio) {
        return LEFT + Math.clamp(ratio, 0, 1) * (WIDTH - LEFT - RIGHT);
    }
}
