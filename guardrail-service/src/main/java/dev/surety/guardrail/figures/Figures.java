package dev.surety.guardrail.figures;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was decided within a window.
 *
 * @param steps the whole window, steps without a decision included
 * @param rules every rule that asked for something or stayed undecided, the most frequent first
 * @param degraded decisions in which something could not do its work
 * @param verdicts what people said of decisions within the window, by verdict
 */
public record Figures(
        List<Step> steps, List<RuleCount> rules, Latency latency, long degraded, Map<String, Long> verdicts) {
    public Figures {
        steps = List.copyOf(steps);
        rules = List.copyOf(rules);
        requireNonNull(latency, "latency");
        verdicts = Map.copyOf(verdicts);
    }

    /** The decisions of one step, by action. */
    public record Step(Instant at, Map<String, Long> decisions) {
        public Step {
            requireNonNull(at, "at");
            decisions = Map.copyOf(decisions);
        }
    }

    /**
     * How often a rule spoke in one way.
     *
     * @param cover the line of insurance cover; empty where the rule names none
     */
    public record RuleCount(
            String rule,
            String reasonCode,
            String cover,
            String status,
            String action,
            boolean enforced,
            long results) {}

    /** How often the rules of a line of cover asked for what. */
    public record CoverCount(long results, long escalated, long blocked) {
        private CoverCount plus(RuleCount count) {
            return new CoverCount(
                    results + count.results(),
                    escalated + (count.action().equals("escalate") ? count.results() : 0),
                    blocked + (count.action().equals("block") ? count.results() : 0));
        }
    }

    /** How many decisions there were. */
    public long total() {
        return byAction().values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many decisions there were of each action. */
    public Map<String, Long> byAction() {
        Map<String, Long> sums = new TreeMap<>();
        steps.forEach(step -> step.decisions().forEach((action, count) -> sums.merge(action, count, Long::sum)));
        return sums;
    }

    /** What the enforced rules of each line of cover asked for. */
    public Map<String, CoverCount> byCover() {
        Map<String, CoverCount> sums = new LinkedHashMap<>();
        rules.stream()
                .filter(RuleCount::enforced)
                .forEach(count -> sums.put(
                        count.cover(),
                        sums.getOrDefault(count.cover(), new CoverCount(0, 0, 0))
                                .plus(count)));
        return sums;
    }
}
