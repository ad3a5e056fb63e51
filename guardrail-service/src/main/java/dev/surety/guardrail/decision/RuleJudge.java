package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNullElse;

import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Consequence;
import dev.surety.guardrail.policy.Expression;
import dev.surety.guardrail.policy.ExpressionException;
import dev.surety.guardrail.policy.OnError;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.Rule;
import dev.surety.guardrail.policy.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides the rules of a policy for one exchange and writes down why. */
final class RuleJudge {
    private final Policy.Defaults defaults;
    private final Observations observations;
    private final Variables variables;
    private final Map<String, Degradation> degraded = new LinkedHashMap<>();

    RuleJudge(Policy.Defaults defaults, Observations observations, Variables variables) {
        this.defaults = defaults;
        this.observations = observations;
        this.variables = variables;
    }

    /** What could not be judged so far. */
    List<Degradation> degraded() {
        return List.copyOf(degraded.values());
    }

    Judgement judge(Rule rule) {
        List<String> missing = rule.needs().stream()
                .filter(observations.failed()::containsKey)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(check -> degrade(check, statusOf(check), rule.onError()));
            boolean late = missing.stream().allMatch(check -> statusOf(check) == Status.TIMEOUT);
            return undecidable(rule, late ? Status.TIMEOUT : Status.ERROR);
        }
        List<Finding> findings = observations.findings(rule);
        try {
            return decide(rule, findings);
        } catch (ExpressionException failure) {
            degrade("rule:" + rule.id(), Status.ERROR, rule.onError());
            return undecidable(rule, Status.ERROR);
        }
    }

    private Judgement decide(Rule rule, List<Finding> findings) {
        double score = score(rule, findings);
        Variables seen = new RuleVariables(variables, score, rule.thresholdPerMille());
        if (!rule.when().evaluate(seen)) {
            return silent(rule, score, seen);
        }
        for (Rule.Branch branch : rule.then()) {
            Expression<Boolean> condition = branch.condition();
            if (condition == null || condition.evaluate(seen)) {
                Status status = branch.consequence().action() == Action.ALLOW ? Status.PASS : Status.FAIL;
                double fired = rule.score() instanceof Rule.AllOrNothing ? 1.0 : score;
                return new Judgement(
                        rule,
                        result(rule, status, branch, fired, seen, findings),
                        branch.consequence(),
                        findings,
                        observations.commitments(rule));
            }
        }
        return silent(rule, score, seen);
    }

    private Judgement silent(Rule rule, double score, Variables seen) {
        RuleResult result = result(rule, Status.PASS, null, score, seen, List.of());
        return new Judgement(rule, result, null, List.of(), List.of());
    }

    private Status statusOf(String check) {
        return requireNonNullElse(observations.failed().get(check), Status.ERROR);
    }

    private double score(Rule rule, List<Finding> findings) {
        return switch (rule.score()) {
            case Rule.Computed(Expression<Double> expression) -> expression.evaluate(variables);
            case Rule.HighestFinding() ->
                PerMille.decimal(
                        findings.stream().mapToInt(Finding::scorePerMille).max().orElse(0));
            case Rule.OfCheck() -> {
                CheckResult result = observations.of(rule.check());
                yield result == null ? 0.0 : PerMille.decimal(result.scorePerMille());
            }
            case Rule.AllOrNothing() -> 0.0;
        };
    }

    private RuleResult result(
            Rule rule,
            Status status,
            Rule.@Nullable Branch branch,
            double score,
            Variables seen,
            List<Finding> findings) {
        Consequence consequence = branch == null ? null : branch.consequence();
        return new RuleResult(
                rule.id(),
                rule.check(),
                observations.detector(rule.check()),
                status,
                rule.enforced(),
                consequence == null ? Action.ALLOW : consequence.action(),
                PerMille.of(score),
                rule.thresholdPerMille(),
                reason(rule, consequence),
                rule.cover(),
                condition(rule, branch),
                inputs(rule, branch, seen),
                findings,
                rule.message(),
                branch == null ? null : new ReasoningWriter(rule, observations).write(branch, seen));
    }

    private static String reason(Rule rule, @Nullable Consequence consequence) {
        if (consequence instanceof Consequence.Escalate escalate && escalate.reasonCode() != null) {
            return escalate.reasonCode();
        }
        return rule.reasonCode();
    }

    private static String condition(Rule rule, Rule.@Nullable Branch branch) {
        String when = rule.when().source();
        Expression<Boolean> narrower = branch == null ? null : branch.condition();
        return narrower == null ? when : "(" + when + ") && (" + narrower.source() + ")";
    }

    private static Map<String, Object> inputs(Rule rule, Rule.@Nullable Branch branch, Variables seen) {
        List<String> names = new ArrayList<>(rule.when().inputs());
        if (rule.score() instanceof Rule.Computed(Expression<Double> expression)) {
            names.addAll(expression.inputs());
        }
        Expression<Boolean> narrower = branch == null ? null : branch.condition();
        if (narrower != null) {
            names.addAll(narrower.inputs());
        }
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (String name : names) {
            Object value = seen.value(name);
            if (value != null) {
                inputs.putIfAbsent(name, reported(name, value));
            }
        }
        return inputs;
    }

    private static Object reported(String name, Object value) {
        return switch (value) {
            // Findings are listed beside the inputs already.
            case List<?> list when name.endsWith(".findings") -> list.size();
            // In one order on every replica, so that equal decisions read alike.
            case Map<?, ?> map -> new TreeMap<Object, Object>(map);
            default -> value;
        };
    }

    private void degrade(String what, Status status, OnError onError) {
        // One rule that fails closed is enough for the check to count as closed.
        degraded.merge(
                what,
                new Degradation(what, status, onError),
                (first, second) -> first.onError() == OnError.FAIL_CLOSED ? first : second);
    }

    private Judgement undecidable(Rule rule, Status status) {
        Consequence consequence = switch (rule.onError()) {
            case FAIL_CLOSED -> defaults.degraded();
            case FAIL_OPEN -> null;
        };
        RuleResult result = new RuleResult(
                rule.id(),
                rule.check(),
                observations.detector(rule.check()),
                status,
                rule.enforced() && consequence != null,
                consequence == null ? Action.ALLOW : consequence.action(),
                0,
                rule.thresholdPerMille(),
                defaults.degradedReason(),
                rule.cover(),
                rule.when().source(),
                Map.of(),
                List.of(),
                "Could not be judged: " + rule.message(),
                null);
        return new Judgement(rule, result, consequence, List.of(), List.of());
    }
}
