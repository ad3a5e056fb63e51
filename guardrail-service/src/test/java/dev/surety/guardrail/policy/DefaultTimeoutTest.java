package dev.surety.guardrail.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.check.LengthCheck;
import dev.surety.guardrail.evaluation.check.RemoteCheck;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a check that asks another system may take. */
class DefaultTimeoutTest {
    @Test
    void isTheDefaultOfThePolicyWhereTheCheckDoesNotSay() throws PolicyRefusedException {
        Policy policy = compile("");

        assertThat(policy.checks().get("ordinary").settings().integer("timeoutMs", 0))
                .isEqualTo(700);
        assertThat(policy.checks().get("patient").settings().integer("timeoutMs", 0))
                .isEqualTo(1500);
    }

    @Test
    void isRefusedForACheckThatAsksNobody() {
        assertThatThrownBy(() -> compile("timeoutMs: 20"))
                .isInstanceOf(PolicyRefusedException.class)
                .hasMessageContaining("unknown setting 'timeoutMs'");
    }

    private static Policy compile(String length) throws PolicyRefusedException {
        CheckCatalogue checks = new CheckCatalogue(List.of(RemoteCheck.uninstalled(), new LengthCheck()));
        return new PolicyCompiler(checks, new CelConditionEngine())
                .compile(new PolicySource("small.yaml", """
            apiVersion: surety.dev/v1
            kind: GuardrailPolicy
            metadata: {id: small, version: 1, languages: [en]}
            defaults:
              onError: fail_closed
              degraded: {action: escalate, queue: tier1, priority: P2, template: handover}
              fallback: sorry
              timeoutMs: 700
            checks:
              patient: {use: remote@1, detector: one, timeoutMs: 1500}
              ordinary: {use: remote@1, detector: one}
              length: {%s}
            rules:
              - {id: any, stage: [output], when: checks.patient.flagged || checks.ordinary.flagged,
                 then: [{action: replace, template: sorry}], reasonCode: ANY, message: Anything.}
            templates:
              replies:
                sorry: {default: {en: Sorry.}}
                handover: {default: {en: A colleague answers.}}
            """.formatted(length)));
    }
}
