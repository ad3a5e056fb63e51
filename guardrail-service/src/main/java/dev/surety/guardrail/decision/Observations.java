package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.check.text.SharedReading;
import dev.surety.guardrail.policy.CheckUse;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the checks saw in one exchange; each check that some rule needs has looked at it exactly once. */
final class Observations {
    private final Map<String, CheckResult> results;
    private final Map<String, String> detectors;
    private final Map<String, Long> nanos;
    private final Set<String> failed;

    private Observations(
            Map<String, CheckResult> results,
            Map<String, String> detectors,
            Map<String, Long> nanos,
            Set<String> failed) {
        this.results = results;
        this.detectors = detectors;
        this.nanos = nanos;
        this.failed = failed;
    }

    static Observations of(
            Exchange exchange,
            Policy policy,
            List<Rule> rules,
            CheckCatalogue catalogue,
            FailedCheckListener listener) {
        return SharedReading.during(() -> observe(exchange, policy, rules, catalogue, listener));
    }

    private static Observations observe(
            Exchange exchange,
            Policy policy,
            List<Rule> rules,
            CheckCatalogue catalogue,
            FailedCheckListener listener) {
        Map<String, CheckResult> results = new HashMap<>();
        Map<String, String> detectors = new HashMap<>();
        Map<String, Long> nanos = new HashMap<>();
        Set<String> failed = new TreeSet<>();
        Set<String> needed = new TreeSet<>();
        rules.forEach(rule -> needed.addAll(rule.needs()));
        for (String name : needed) {
            CheckUse use = requireNonNull(policy.checks().get(name), name);
            Check check = catalogue.named(use.detector().name()).orElseThrow();
            detectors.put(name, use.detector().toString());
            long started = System.nanoTime();
            try {
                results.put(name, check.examine(exchange, use.settings()));
            } catch (RuntimeException | StackOverflowError failure) {
                // A defect in one check must not keep the others from judging; the rules that need it say what follows.
                failed.add(name);
                listener.failed(name, failure);
            }
            nanos.put(name, System.nanoTime() - started);
        }
        return new Observations(results, detectors, nanos, failed);
    }

    /** What each check showed, in the order of their names. */
    List<Examination.Observed> reported() {
        return detectors.keySet().stream()
                .sorted()
                .map(check -> new Examination.Observed(
                        check,
                        detector(check),
                        Optional.ofNullable(results.get(check)),
                        TimeUnit.NANOSECONDS.toMicros(nanos.getOrDefault(check, 0L))))
                .toList();
    }

    /** The checks that could not do their work. */
    Set<String> failed() {
        return failed;
    }

    @Nullable
    CheckResult of(String check) {
        return results.get(check);
    }

    /** The check and its version; for a rule that asks none, its own name. */
    String detector(String check) {
        return detectors.getOrDefault(check, check);
    }

    /** The findings of a check that belong to that rule. */
    List<Finding> findings(Rule rule) {
        CheckResult result = results.get(rule.check());
        if (result == null || result.findings().isEmpty()) {
            return List.of();
        }
        return result.findings().stream()
                .filter(finding -> rule.claims(finding.category()))
                .toList();
    }

    /** The highest score of each category of a check's findings, as conditions see it. */
    static Map<String, Double> scores(CheckResult result) {
        Map<String, Double> scores = new TreeMap<>();
        result.findings()
                .forEach(finding ->
                        scores.merge(finding.category(), PerMille.decimal(finding.scorePerMille()), Math::max));
        return scores;
    }
}
