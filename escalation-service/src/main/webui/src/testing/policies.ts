import type { Session } from '../api/types.ts';
import type { CheckOutcome, Decision, FoundPlace, PolicyInForce, PolicyRule, Preview, RuleOutcome } from '../api/policyTypes.ts';

export const pia: Session = { subject: 'pia', name: 'Pia Prinz', roles: ['policy-author'], tenant: 'acme' };

export function place(category: string, path: string, start: number, end: number): FoundPlace {
  return { category, path, start, end, score: 0.99, detector: `${category.split('.')[0]}@1` };
}

export function ruleOutcome(rule: string, changes: Partial<RuleOutcome> = {}): RuleOutcome {
  return {
    rule,
    check: rule.split('.')[0] ?? '',
    status: 'pass',
    enforced: true,
    action: 'allow',
    score: 0,
    threshold: 0.6,
    reasonCode: rule.toUpperCase(),
    cover: 'cyber-privacy',
    condition: 'score >= threshold',
    inputs: { score: 0, threshold: 0.6 },
    findings: [],
    message: `What ${rule} is about.`,
    ...changes,
  };
}

export function checkOutcome(check: string, changes: Partial<CheckOutcome> = {}): CheckOutcome {
  return { check, detector: `${check}@1`, status: 'done', score: 0, values: {}, findings: [], micros: 120, ...changes };
}

export function decision(changes: Partial<Decision> = {}): Decision {
  return {
    action: 'allow',
    effective: { text: 'As it was.', edits: [] },
    obligations: [],
    policy: { id: 'baseline', version: 1, digest: 'sha256:6f1d0c4b9a7e52d8aa' },
    results: [],
    degraded: [],
    timing: { decisionMicros: 640 },
    ...changes,
  };
}

export function previewOf(changes: Partial<Preview> = {}): Preview {
  return { policy: 'in-force', decision: decision(), checks: [], diagnostics: [], tests: [], testsLeftOut: 0, ...changes };
}

export function policyRule(id: string, changes: Partial<PolicyRule> = {}): PolicyRule {
  return {
    id,
    stages: ['input', 'output'],
    check: id.split('.')[0] ?? '',
    message: `What ${id} is about.`,
    condition: 'score >= threshold',
    threshold: 0.5,
    reasonCode: id.toUpperCase(),
    cover: 'cyber-privacy',
    onError: 'fail_closed',
    enforced: true,
    consequences: [{ action: 'block', templateKind: 'reply', template: 'refused' }],
    ...changes,
  };
}

export function policyInForce(changes: Partial<PolicyInForce> = {}): PolicyInForce {
  return {
    id: 'baseline',
    version: 3,
    digest: 'sha256:6f1d0c4b9a7e52d8aa',
    description: 'A careful start.',
    bots: [],
    checks: ['injection', 'pii'],
    defaults: {
      onError: 'fail_closed',
      degraded: { action: 'escalate', queue: 'tier1', priority: 'P2', templateKind: 'reply', template: 'handover' },
      degradedReason: 'NOT_DECIDABLE',
      fallback: 'unavailable',
    },
    rules: [
      policyRule('injection.direct', {
        consequences: [
          { condition: 'score >= 0.8', action: 'block', templateKind: 'reply', template: 'refused' },
          { action: 'replace', templateKind: 'reply', template: 'rephrase' },
        ],
      }),
      policyRule('handover.requested', {
        cover: 'errors-and-omissions',
        consequences: [{ action: 'escalate', queue: 'tier1', priority: 'P3', templateKind: 'reply', template: 'handover' }],
      }),
    ],
    templates: [
      {
        kind: 'reply',
        name: 'refused',
        texts: [
          wording('default', 'en', "I can't help with that."),
          wording('default', 'de', 'Dabei kann ich nicht helfen.'),
          wording('sms', 'en', 'No.'),
        ],
      },
      { kind: 'reply', name: 'rephrase', texts: [wording('default', 'en', 'In other words?')] },
      { kind: 'reply', name: 'handover', texts: [wording('default', 'en', 'A colleague will answer.')] },
    ],
    tests: [{ name: 'an IBAN in the question', stage: 'input', expected: 'redact', rules: ['pii.payment'] }],
    document: 'apiVersion: surety.dev/v1\nkind: GuardrailPolicy\n',
    ...changes,
  };
}

function wording(channel: string, language: string, text: string) {
  return { channel, audience: 'default', language, text, reference: `customer-service/reply/${channel}/${language}@1` };
}
