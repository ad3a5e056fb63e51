package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyTest;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the tests that stand in a policy and says in words what is not as its author expects. Pure and thread-safe: rules
 * that need another system to be asked take no part.
 */
public final class PolicyTestRunner {
    private final Evaluator evaluator;

    public PolicyTestRunner(Evaluator evaluator) {
        this.evaluator = requireNonNull(evaluator, "evaluator");
    }

    /**
     * What came of one test.
     *
     * @param failures what is not as expected, in words; empty when the test holds
     */
    public record Outcome(PolicyTest test, Decision decision, List<String> failures) {
        public Outcome {
            requireNonNull(test, "test");
            requireNonNull(decision, "decision");
            failures = List.copyOf(failures);
        }

        public boolean passed() {
            return failures.isEmpty();
        }
    }

    /** Decides every test's exchange by the policy that it stands in. */
    public List<Outcome> run(Policy policy) {
        return run(policy, Integer.MAX_VALUE);
    }

    /** The same for the first {@code most} tests. */
    public List<Outcome> run(Policy policy, int most) {
        return policy.tests().stream()
                .limit(most)
                .map(test -> outcome(test, evaluator.evaluateWithoutAsking(test.exchange(), policy)))
                .toList();
    }

    private static Outcome outcome(PolicyTest test, Decision decision) {
        PolicyTest.Expectation expected = test.expected();
        List<String> fired = decision.results().stream()
                .filter(result -> result.status() == Status.FAIL)
                .map(RuleResult::rule)
                .toList();
        String text = decision.delivered().text();
        List<String> failures = new ArrayList<>();
        if (decision.action() != expected.action()) {
            failures.add("the action is " + decision.action().wireName() + ", expected was "
                    + expected.action().wireName());
        }
        expected.rules().stream()
                .filter(rule -> !fired.contains(rule))
                .forEach(rule -> failures.add("rule " + rule + " did not fire"));
        expected.silent().stream().filter(fired::contains).forEach(rule -> failures.add("rule " + rule + " fired"));
        expected.contains().stream()
                .filter(part -> !text.contains(part))
                .forEach(part -> failures.add("the delivered text does not contain '" + part + "'"));
        expected.omits().stream()
                .filter(text::contains)
                .forEach(part -> failures.add("the delivered text contains '" + part + "'"));
        decision.degraded().forEach(degradation -> failures.add(degradation.check() + " could not do its work"));
        return new Outcome(test, decision, failures);
    }
}
