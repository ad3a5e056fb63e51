package dev.surety.guardrail.policy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import dev.surety.guardrail.policy.cel.CelConditionEngine;

/** Whatever stands in a policy file: it is a policy, or a refusal that says where and why. */
class PolicyFuzzTest {
    private static final PolicyCompiler COMPILER = new PolicyCompiler(BaselinePolicy.CHECKS, new CelConditionEngine());
    /** Something valid to start from, or the fuzzer would spend its time on finding the first key. */
    private static final String VALID = """
            apiVersion: surety.dev/v1
            kind: GuardrailPolicy
            metadata: {id: small, version: 4, languages: [en, de]}
            defaults:
              onError: fail_closed
              degraded: {action: escalate, queue: tier1, priority: P2, template: handover}
              fallback: sorry
            checks:
              pii: {}
              length: {}
            rules:
              - id: pii.any
                stage: [input, output]
                when: checks.pii.count > 0 && conversation.channel in ['chat', 'email']
                then:
                  - {if: checks.pii.score >= 0.8, action: block, template: sorry}
                  - {action: redact, mask: gone}
                reasonCode: PII
                cover: cyber-privacy
                message: Personal data stands in the text.
            templates:
              replies:
                sorry: {default: {en: Sorry., de: Entschuldigung.}}
                handover: {default: {en: A colleague will answer., de: Jemand antwortet.}, sms: {en: Wait.}}
              masks:
                gone: {default: {en: "[gone]", de: "[weg]"}}
            tests:
              - {name: an address, stage: output, response: "a@example.org", expect: {action: redact, rules: [pii.any]}}
            """;

    @FuzzTest(maxDuration = "20s")
    void isCompiledOrRefusedWithDiagnostics(
            @NotNull @WithUtf8Length(max = 200) String written,
            @InRange(min = 0, max = 1_400) int at,
            @InRange(min = 0, max = 400) int cut) {
        int start = Math.min(at, VALID.length());
        int end = Math.min(start + cut, VALID.length());
        try {
            COMPILER.compile(
                    new PolicySource("fuzzed.yaml", VALID.substring(0, start) + written + VALID.substring(end)));
        } catch (PolicyRefusedException refused) {
            if (refused.getMessage() == null || !refused.getMessage().contains("fuzzed.yaml:")) {
                throw new AssertionError("a refusal without a place: " + refused.getMessage(), refused);
            }
        }
    }
}
