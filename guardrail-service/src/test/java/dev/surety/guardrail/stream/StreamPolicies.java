package dev.surety.guardrail.stream;

import dev.surety.guardrail.decision.Evaluator;
import dev.surety.guardrail.decision.PartialAnswers;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.policy.BaselinePolicy;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The baseline, whole and without the rules that only a whole answer can be judged by, with all that decides by it. */
final class StreamPolicies {
    static final CheckCatalogue CHECKS = BaselinePolicy.CHECKS;
    static final Evaluator EVALUATOR = new Evaluator(CHECKS, (check, failure) -> {
        throw new AssertionError(check, failure);
    });
    static final PartialAnswers ANSWERS = new PartialAnswers(CHECKS, (check, failure) -> {
        throw new AssertionError(check, failure);
    });
    static final Policy BASELINE = BaselinePolicy.POLICY;
    /** Its rules can all be decided while an answer is written. */
    static final Policy PASSING = with(BASELINE, rule -> !isFinalOnly(rule));

    private StreamPolicies() {}

    static Policy with(Policy policy, Predicate<Rule> wanted) {
        return of(policy, policy.rules().stream().filter(wanted).toList());
    }

    private static Policy of(Policy policy, List<Rule> rules) {
        return new Policy(
                policy.identity(),
                policy.description(),
                policy.draft(),
                policy.bots(),
                policy.defaults(),
                policy.checks(),
                rules,
                policy.templates(),
                policy.audiences(),
                List.of(),
                policy.document(),
                policy.foundation());
    }

    /** The same, with every answer labelled, whatever it says. */
    static Policy labelled() {
        Rule label = BASELINE.rules().stream()
                .filter(rule -> rule.id().equals("label.ai-disclosure"))
                .findFirst()
                .orElseThrow();
        Rule always = new Rule(
                label.id(),
                label.stages(),
                Rule.NO_CHECK,
                Set.of(),
                Set.of(),
                label.when(),
                label.score(),
                label.thresholdPerMille(),
                List.of(new Rule.Branch(null, label.then().getFirst().consequence())),
                label.reasonCode(),
                label.message(),
                label.cover(),
                label.onError(),
                label.enforced());
        return of(
                PASSING,
                Stream.concat(PASSING.rules().stream(), Stream.of(always)).toList());
    }

    private static boolean isFinalOnly(Rule rule) {
        return rule.needs().stream().anyMatch(check -> ANSWERS.reach(BASELINE, check) instanceof Reach.Whole);
    }
}
