package dev.surety.benchmarks.peer;

/** A policy with the checks that the peer has too, and no others. */
final class TwoChecks {
    static final String POLICY = """
            apiVersion: surety.dev/v1
            kind: GuardrailPolicy
            metadata: {id: two-checks, version: 1, languages: [en]}
            defaults:
              onError: fail_closed
              degraded: {action: escalate, queue: tier1, priority: P2, template: handover}
              fallback: sorry
            checks: {pii: {}, injection: {}}
            templates:
              replies:
                sorry: {default: {en: Sorry.}}
                handover: {default: {en: A colleague will answer.}}
              masks:
                gone: {default: {en: "[gone]"}}
            rules:
              - id: injection
                stage: [input]
                when: score >= threshold
                score: checks.injection.direct
                threshold: 0.5
                then: [{action: block, template: sorry}]
                reasonCode: INJECTION
                message: An injection.
              - id: pii
                stage: [input]
                check: pii
                when: score >= threshold
                threshold: 0.6
                then: [{action: redact, mask: gone}]
                reasonCode: PII
                message: Personal data.
            """;

    private TwoChecks() {}
}
