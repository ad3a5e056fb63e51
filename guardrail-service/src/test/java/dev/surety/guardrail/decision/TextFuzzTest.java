package dev.surety.guardrail.decision;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import dev.surety.guardrail.policy.BaselinePolicy;
import dev.surety.guardrail.testing.Exchanges;

/** Whatever customers and bots write: no check fails, and every finding lies within its text. */
class TextFuzzTest {
    private static final Evaluator EVALUATOR = new Evaluator(BaselinePolicy.CHECKS, (check, failure) -> {
        throw new AssertionError("check " + check + " failed", failure);
    });

    @FuzzTest(maxDuration = "20s")
    void everyTextIsJudged(@NotNull @WithUtf8Length(max = 2_000) String text) {
        judge(EVALUATOR.evaluate(Exchanges.question(text), BaselinePolicy.POLICY), text);
        judge(EVALUATOR.evaluate(Exchanges.answer(text), BaselinePolicy.POLICY), text);
    }

    private static void judge(Decision decision, String text) {
        decision.results().stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> finding.path().equals("response.content"))
                .filter(finding -> finding.end() > text.length())
                .findFirst()
                .ifPresent(finding -> {
                    throw new AssertionError(finding + " lies outside of a text of " + text.length());
                });
        if (!decision.degraded().isEmpty()) {
            throw new AssertionError("degraded: " + decision.degraded());
        }
    }
}
