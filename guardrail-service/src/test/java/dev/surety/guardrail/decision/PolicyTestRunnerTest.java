package dev.surety.guardrail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.policy.BaselinePolicy;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyCompiler;
import dev.surety.guardrail.policy.PolicyRefusedException;
import dev.surety.guardrail.policy.PolicySource;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTestRunnerTest {
    private final PolicyTestRunner runner =
            new PolicyTestRunner(new Evaluator(BaselinePolicy.CHECKS, (check, failure) -> {
                throw new AssertionError(check, failure);
            }));

    @Test
    void theBaselineKeepsWhatItsTestsPromise() {
        assertThat(runner.run(BaselinePolicy.POLICY))
                .hasSameSizeAs(BaselinePolicy.POLICY.tests())
                .allSatisfy(outcome ->
                        assertThat(outcome.failures()).as(outcome.test().name()).isEmpty());
    }

    @Test
    void saysEverythingThatIsNotAsExpected() throws PolicyRefusedException {
        Policy policy = baselineWith("""
                tests:
                  - name: expects too much
                    stage: input
                    customer: Please refund to DE89 3704 0044 0532 0130 00, thank you.
                    expect: {action: block, rules: [injection.direct], silent: [pii.payment], contains: [sorry], omits: [thank you]}
                """);

        List<PolicyTestRunner.Outcome> outcomes = runner.run(policy);

        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.getFirst().passed()).isFalse();
        assertThat(outcomes.getFirst().failures())
                .containsExactly(
                        "the action is redact, expected was block",
                        "rule injection.direct did not fire",
                        "rule pii.payment fired",
                        "the delivered text does not contain 'sorry'",
                        "the delivered text contains 'thank you'");
    }

    @Test
    void runsNoMoreThanAskedFor() {
        assertThat(runner.run(BaselinePolicy.POLICY, 2)).hasSize(2);
    }

    private static Policy baselineWith(String tests) throws PolicyRefusedException {
        String document = BaselinePolicy.POLICY.document();
        return new PolicyCompiler(BaselinePolicy.CHECKS, new CelConditionEngine())
                .compile(new PolicySource(
                        "draft.yaml", document.substring(0, document.indexOf("\ntests:") + 1) + tests));
    }
}
