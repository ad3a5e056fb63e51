package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Commitment;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.WaitingCheck;
import dev.surety.guardrail.evaluation.check.text.SharedReading;
import dev.surety.guardrail.policy.CheckUse;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.Rule;
import dev.surety.guardrail.policy.VariableType;
import dev.surety.guardrail.policy.Vocabulary;
import java.util.ArrayList;
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
    private final Map<String, Check> checks;
    private final Map<String, Status> failed;

    private Observations() {
        this.results = new HashMap<>();
        this.detectors = new HashMap<>();
        this.nanos = new HashMap<>();
        this.failed = new TreeMap<>();
        this.checks = new HashMap<>();
    }

    static Observations of(Exchange exchange, Policy policy, List<Rule> rules, Observer observer) {
        return SharedReading.during(() -> observe(exchange, policy, rules, observer));
    }

    private static Observations observe(Exchange exchange, Policy policy, List<Rule> rules, Observer observer) {
        Set<String> needed = new TreeSet<>();
        rules.forEach(rule -> needed.addAll(rule.needs()));
        Observations observations = new Observations();
        Map<String, Check> own = new TreeMap<>();
        List<Inquiry> inquiries = new ArrayList<>();
        for (String name : needed) {
            CheckUse use = requireNonNull(policy.checks().get(name), name);
            Check check = observer.catalogue().named(use.detector().name()).orElseThrow();
            observations.checks.put(name, check);
            observations.detectors.put(name, use.detector().toString());
            // Those who ask others are sent first, so that the own checks work while they wait.
            if (check instanceof WaitingCheck waiting && !observer.deadline().hasPassed()) {
                inquiries.add(Inquiry.begin(name, waiting, exchange, use.settings(), observer.deadline()));
            } else {
                own.put(name, check);
            }
        }
        own.forEach((name, check) -> observations.look(
                exchange, requireNonNull(policy.checks().get(name)).settings(), name, check, observer));
        inquiries.forEach(inquiry -> observations.await(inquiry, observer));
        return observations;
    }

    private void look(Exchange exchange, CheckSettings settings, String name, Check check, Observer observer) {
        if (observer.deadline().hasPassed()) {
            failed.put(name, Status.TIMEOUT);
            return;
        }
        long started = System.nanoTime();
        try {
            results.put(name, check.examine(exchange, settings));
        } catch (RuntimeException | StackOverflowError failure) {
            // A defect in one check must not keep the others from judging; the rules that need it say what follows.
            failed.put(name, Status.ERROR);
            observer.listener().failed(name, failure);
        }
        nanos.put(name, System.nanoTime() - started);
    }

    private void await(Inquiry inquiry, Observer observer) {
        switch (inquiry.outcome()) {
            case Inquiry.Answered(CheckResult result) -> results.put(inquiry.name(), result);
            case Inquiry.Failed(Throwable failure, boolean late) -> {
                failed.put(inquiry.name(), late ? Status.TIMEOUT : Status.ERROR);
                observer.listener().failed(inquiry.name(), failure);
            }
        }
        nanos.put(inquiry.name(), inquiry.nanos());
    }

    /** What each check showed, in the order of their names. */
    List<Examination.Observed> reported() {
        return detectors.keySet().stream()
                .sorted()
                .map(check -> new Examination.Observed(
                        check,
                        detector(check),
                        Optional.ofNullable(results.get(check)),
                        failed.get(check) == Status.TIMEOUT,
                        TimeUnit.NANOSECONDS.toMicros(nanos.getOrDefault(check, 0L))))
                .toList();
    }

    /** The checks that could not do their work, and whether they failed or had no time. */
    Map<String, Status> failed() {
        return failed;
    }

    /** The type of a variable that conditions may ask for. */
    VariableType type(String variable) {
        return Vocabulary.ofExchange(variable)
                .or(() -> Vocabulary.checkOf(variable).flatMap(check -> typeOfCheck(check, variable)))
                .orElse(VariableType.DECIMAL);
    }

    private Optional<VariableType> typeOfCheck(String check, String variable) {
        return switch (variable.substring(Vocabulary.valueOf(check, "").length())) {
            case "score" -> Optional.of(VariableType.DECIMAL);
            case "findings" -> Optional.of(VariableType.FINDINGS);
            case "scores" -> Optional.of(VariableType.DECIMALS_BY_NAME);
            case String value ->
                Optional.ofNullable(checks.get(check))
                        .flatMap(known -> Optional.ofNullable(known.values().get(value)))
                        .map(VariableType::of);
        };
    }

    /** What the check of a rule heard promised, as far as it belongs to the rule. */
    List<Commitment> commitments(Rule rule) {
        CheckResult result = results.get(rule.check());
        return result == null
                ? List.of()
                : result.commitments().stream()
                        .filter(commitment -> rule.claims(commitment.place().category()))
                        .toList();
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
        return findings(rule, rule.check());
    }

    /** What that rule may see in a check that it needs: its own findings of its own check, all of another's. */
    List<Finding> findings(Rule rule, String check) {
        CheckResult result = results.get(check);
        if (result == null || result.findings().isEmpty()) {
            return List.of();
        }
        if (!check.equals(rule.check())) {
            return result.findings();
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
