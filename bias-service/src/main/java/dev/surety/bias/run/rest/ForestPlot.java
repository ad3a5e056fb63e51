package dev.surety.bias.run.rest;

import dev.surety.bias.metric.Interval;
import dev.surety.bias.run.RunResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The differences of one attribute as a picture: a point for each estimate, a line for its interval, and a band for
 * the differences that count as none. The same numbers stand in the table, for whoever cannot see it.
 */
final class ForestPlot {
    private static final int WIDTH = 860;
    private static final int LEFT = 330;
    private static final int RIGHT = 120;
    private static final int ROW = 34;
    private static final int TOP = 28;

    private final String attribute;
    private final List<RunResult.RunFinding> findings;
    private final double band;
    private final double reach;

    ForestPlot(String attribute, List<RunResult.RunFinding> findings, double equivalenceMargin) {
        this.attribute = attribute;
        this.findings = findings.stream()
                .filter(finding -> finding.kind() == RunResult.Kind.DIFFERENCE)
                .toList();
        this.band = equivalenceMargin;
        double furthest = equivalenceMargin * 1.5;
        for (RunResult.RunFinding finding : this.findings) {
            Double estimate = finding.estimate();
            furthest = Math.max(furthest, estimate == null ? 0 : Math.abs(estimate));
            for (Interval interval : finding.intervals().stream().limit(1).toList()) {
                furthest = Math.max(furthest, Math.max(Math.abs(interval.lower()), Math.abs(interval.upper())));
            }
        }
        this.reach = Math.min(1, Math.ceil(furthest * 11) / 10);
    }

    String svg() {
        int height = TOP + ROW * findings.size() + 44;
        List<String> parts = new ArrayList<>();
        parts.add("""
                <svg role="img" viewBox="0 0 %d %d" aria-labelledby="forest-%3$s-title forest-%3$s-text">
                <title id="forest-%3$s-title">Differences between groups: %3$s</title>
                <desc id="forest-%3$s-text">%4$s</desc>""".formatted(WIDTH, height, Markup.escape(attribute), Markup.escape(description())));
        parts.add("<rect class=\"band\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"/>"
                .formatted(Markup.at(x(-band)), TOP - 8, Markup.at(x(band) - x(-band)), ROW * findings.size() + 8));
        parts.add("<line class=\"zero\" x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$d\" y2=\"%3$d\"/>"
                .formatted(Markup.at(x(0)), TOP - 8, TOP + ROW * findings.size()));
        for (int i = 0; i < findings.size(); i++) {
            parts.add(row(findings.get(i), TOP + ROW * i + ROW / 2));
        }
        parts.add(axis(TOP + ROW * findings.size() + 16));
        parts.add("</svg>");
        return String.join("\n", parts);
    }

    private String row(RunResult.RunFinding finding, int y) {
        StringBuilder row = new StringBuilder("<g class=\"%s\">".formatted(finding.verdict()));
        row.append("<text x=\"0\" y=\"%d\">%s: %s</text>"
                .formatted(y + 5, Markup.escape(finding.metric()), Markup.escape(finding.other())));
        Double estimate = finding.estimate();
        if (estimate != null && !finding.intervals().isEmpty()) {
            Interval interval = finding.intervals().getFirst();
            row.append("<line class=\"interval\" x1=\"%s\" x2=\"%s\" y1=\"%3$d\" y2=\"%3$d\"/>"
                    .formatted(Markup.at(x(interval.lower())), Markup.at(x(interval.upper())), y));
            row.append("<circle class=\"point\" cx=\"%s\" cy=\"%d\" r=\"6\"/>".formatted(Markup.at(x(estimate)), y));
        } else {
            row.append("<text x=\"%s\" y=\"%d\">undefined</text>".formatted(Markup.at(x(0) + 8), y + 5));
        }
        row.append("<text x=\"%d\" y=\"%d\">%s</text></g>".formatted(WIDTH - RIGHT + 16, y + 5, finding.verdict()));
        return row.toString();
    }

    private String axis(int y) {
        StringBuilder axis = new StringBuilder();
        for (double tick : new double[] {-reach, -band, 0, band, reach}) {
            axis.append("<text class=\"tick\" x=\"%s\" y=\"%d\">%s</text>"
                    .formatted(Markup.at(x(tick)), y, Markup.points(tick)));
        }
        axis.append("<text class=\"tick\" x=\"%s\" y=\"%d\">percentage points, other group minus reference</text>"
                .formatted(Markup.at(x(0)), y + 20));
        return axis.toString();
    }

    private String description() {
        List<String> sentences = new ArrayList<>();
        for (RunResult.RunFinding finding : findings) {
            Double estimate = finding.estimate();
            sentences.add(finding.metric() + ", " + finding.other() + " against " + finding.reference() + ": "
                    + (estimate == null ? "undefined" : Markup.points(estimate) + " points") + ", "
                    + finding.verdict() + ".");
        }
        return String.join(" ", sentences);
    }

    private double x(double difference) {
        double share = (Math.clamp(difference, -reach, reach) + reach) / (2 * reach);
        return LEFT + share * (WIDTH - LEFT - RIGHT - 20);
    }
}
