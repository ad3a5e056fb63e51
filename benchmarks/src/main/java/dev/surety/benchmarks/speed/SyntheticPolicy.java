package dev.surety.benchmarks.speed;

/** Policies of any number of rules, each with a condition of its own, as a bank with many products would have them. */
final class SyntheticPolicy {
    private static final String HEAD = """
            apiVersion: surety.dev/v1
            kind: GuardrailPolicy
            metadata: {id: many-rules, version: 1, languages: [en]}
            defaults:
              onError: fail_closed
              degraded: {action: escalate, queue: tier1, priority: P2, template: handover}
              fallback: sorry
            checks: {pii: {}, injection: {}, advice: {}, grounding: {}, length: {}}
            templates:
              replies:
                sorry: {default: {en: Sorry.}}
                handover: {default: {en: A colleague will answer.}}
            rules:
            """;
    private static final String[] CONDITIONS = {
        "checks.pii.count > %d && conversation.channel == 'branch-%d'",
        "checks.injection.direct > 0.%d && 'product-%d' in attributes",
        "checks.advice.given.financial > 0.%d && conversation.jurisdiction == 'X%d'",
        "checks.grounding.contradicted > %d && conversation.turn > %d",
        "checks.length.characters > %d000 && response.model == 'model-x%d'"
    };

    private SyntheticPolicy() {}

    static String ofRules(int rules) {
        StringBuilder document = new StringBuilder(HEAD);
        for (int i = 0; i < rules; i++) {
            document.append("""
                      - id: product.rule-%d
                        stage: [output]
                        when: %s
                        then: [{action: block, template: sorry}]
                        reasonCode: RULE_%d
                        message: A rule of one product.
                    """.formatted(i, CONDITIONS[i % CONDITIONS.length].formatted(1 + i % 9, i), i));
        }
        return document.toString();
    }
}
