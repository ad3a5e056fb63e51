package dev.surety.guardrail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.BaselinePolicy;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyTest;
import dev.surety.guardrail.policy.Rule;
import dev.surety.guardrail.policy.RuleWords;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The baseline keeps what its own tests promise, and covers what a baseline has to cover. */
class BaselinePolicyTest {
    private static final Policy POLICY = BaselinePolicy.POLICY;
    private static final Evaluator EVALUATOR = new Evaluator(BaselinePolicy.CHECKS, (check, failure) -> {
        throw new AssertionError(check, failure);
    });

    static List<PolicyTest> embedded() {
        return POLICY.tests();
    }

    @ParameterizedTest
    @MethodSource("embedded")
    void decidesAsItsOwnTestsExpect(PolicyTest test) {
        // When
        Decision decision = EVALUATOR.evaluate(test.exchange(), POLICY);

        // Then
        List<String> fired = decision.results().stream()
                .filter(result -> result.status() == Status.FAIL)
                .map(RuleResult::rule)
                .toList();
        PolicyTest.Expectation expected = test.expected();
        assertThat(decision.action())
                .as(
                        "%s: %s said %s",
                        test.name(),
                        decision.results().stream()
                                .filter(result -> result.action() != Action.ALLOW)
                                .map(RuleResult::rule)
                                .toList(),
                        decision.delivered().text())
                .isEqualTo(expected.action());
        assertThat(fired).as(test.name()).containsAll(expected.rules());
        expected.silent().forEach(rule -> assertThat(fired).as(test.name()).doesNotContain(rule));
        assertThat(decision.degraded()).isEmpty();
        expected.contains()
                .forEach(text -> assertThat(decision.delivered().text()).contains(text));
        expected.omits().forEach(text -> assertThat(decision.delivered().text()).doesNotContain(text));
    }

    @Test
    void looksWithEveryCheckThatTheServiceHas() {
        assertThat(POLICY.checks().keySet()).isEqualTo(BaselinePolicy.CHECKS.names());
        assertThat(POLICY.rules().stream().flatMap(rule -> rule.needs().stream()))
                .containsAll(BaselinePolicy.CHECKS.names());
    }

    @Test
    void judgesBothStages() {
        assertThat(POLICY.rulesAt(Stage.INPUT)).extracting(Rule::id).contains("pii.payment", "injection.direct");
        assertThat(POLICY.rulesAt(Stage.OUTPUT)).extracting(Rule::id).contains("pii.payment", "grounding.contradicted");
    }

    @Test
    void answersEveryLanguageAndFallsBackToEnglishForOthers() {
        assertThat(POLICY.fallbackText("chat", Locale.GERMANY)).startsWith("Ich kann gerade nicht antworten");
        assertThat(POLICY.fallbackText("sms", Locale.CANADA_FRENCH)).startsWith("Je ne peux pas répondre");
        assertThat(POLICY.fallbackText("chat", Locale.JAPAN)).startsWith("I can't answer right now");
    }

    @Test
    void saysItsRulesInWords() {
        Rule rule = POLICY.rules().stream()
                .filter(candidate -> candidate.id().equals("injection.direct"))
                .findFirst()
                .orElseThrow();

        assertThat(RuleWords.of(rule))
                .containsExactly(
                        "The customer's words try to give the bot other instructions. Looked for at stage input and"
                                + " output; fires when score >= threshold, with the threshold at 0.5.",
                        "If score >= 0.8: nothing is delivered; the customer reads 'refused'.",
                        "Otherwise the customer reads 'rephrase' instead.",
                        "If it cannot be judged, the policy's consequence for that is taken.");
    }
}
