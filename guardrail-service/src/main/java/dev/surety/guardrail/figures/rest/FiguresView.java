package dev.surety.guardrail.figures.rest;

import dev.surety.guardrail.figures.Figures;
import dev.surety.guardrail.figures.Latency;
import dev.surety.guardrail.figures.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was decided within a window. */
public record FiguresView(
        @Schema(enumeration = {"15m", "1h", "24h", "7d"}) String window,

        Instant from,
        Instant to,
        long stepSeconds,
        long decisions,

        @Schema(description = "Decisions by action.") Map<String, Long> actions,

        @Schema(description = "The window in steps; steps without a decision are there too.")
        List<StepView> steps,

        @Schema(description = "What the enforced rules of each line of insurance cover asked for.")
        List<CoverView> covers,

        @Schema(description = "Rules that asked for something or stayed undecided, the most frequent first.")
        List<RuleView> rules,

        @Schema(description = "Decisions in which something could not do its work.")
        long degraded,

        LatencyView latency,

        @Schema(description = "What people said of decisions: correct, false-positive, false-negative.")
        Map<String, Long> feedback) {

    /** The decisions of one step, by action. */
    public record StepView(Instant at, Map<String, Long> actions) {}

    /** What the rules of a line of cover asked for; empty is the name of none. */
    public record CoverView(String cover, long results, long escalated, long blocked) {}

    /** How often a rule spoke in one way. */
    public record RuleView(
            String rule,
            String reasonCode,
            String cover,
            String status,
            String action,
            boolean enforced,
            long results) {
        static RuleView of(Figures.RuleCount count) {
            return new RuleView(
                    count.rule(),
                    count.reasonCode(),
                    count.cover(),
                    count.status(),
                    count.action(),
                    count.enforced(),
                    count.results());
        }
    }

    /** How long deciding took; percentiles are read from a histogram and exact at its bounds. */
    public record LatencyView(
            long p50Micros, long p95Micros, long p99Micros, long maxMicros, List<BucketView> buckets) {
        static LatencyView of(Latency latency) {
            return new LatencyView(
                    latency.percentileMicros(500),
                    latency.percentileMicros(950),
                    latency.percentileMicros(990),
                    latency.maxMicros(),
                    latency.buckets().stream()
                            .map(bucket -> new BucketView(bucket.boundMicros(), bucket.decisions()))
                            .toList());
        }
    }

    /** How many decisions took at most that long. */
    public record BucketView(long boundMicros, long decisions) {}

    static FiguresView of(Figures figures, Window window, Instant now) {
        return new FiguresView(
                window.wireName(),
                window.start(now),
                window.end(now),
                window.step().toSeconds(),
                figures.total(),
                figures.byAction(),
                figures.steps().stream()
                        .map(step -> new StepView(step.at(), new TreeMap<>(step.decisions())))
                        .toList(),
                figures.byCover().entrySet().stream()
                        .map(cover -> new CoverView(
                                cover.getKey(),
                                cover.getValue().results(),
                                cover.getValue().escalated(),
                                cover.getValue().blocked()))
                        .toList(),
                figures.rules().stream().map(RuleView::of).toList(),
                figures.degraded(),
                LatencyView.of(figures.latency()),
                new TreeMap<>(figures.verdicts()));
    }
}
