/** What guardrail-service says on the wire, as the console reaches it below `/v1/guardrail`. */

export const actions = ['block', 'escalate', 'replace', 'redact', 'annotate', 'allow'] as const;
export type Action = (typeof actions)[number];
export type Stage = 'input' | 'output';

export interface Exchange {
  requestId: string;
  bot: string;
  stage: Stage;
  conversation: { id: string; turn: number; channel: string; locale: string; jurisdiction?: string };
  customer: { ref: string };
  messages: { role: 'user' | 'assistant'; content: string }[];
  response?: { content: string };
  context?: { passages: ExchangePassage[] };
}

export interface ExchangePassage {
  id: string;
  text: string;
  score: number;
  validTo?: string;
}

/** Where in a text a check found something; never the text itself. */
export interface FoundPlace {
  category: string;
  path: string;
  start: number;
  end: number;
  score: number;
  detector: string;
}

export interface RuleOutcome {
  rule: string;
  check: string;
  status: 'pass' | 'fail' | 'error' | 'timeout';
  enforced: boolean;
  action: Action;
  score: number;
  threshold?: number;
  reasonCode: string;
  cover?: string;
  condition: string;
  inputs: Record<string, unknown>;
  findings: FoundPlace[];
  message: string;
  counterfactual?: string;
}

export interface Edit {
  operation: 'redact' | 'replace' | 'prepend' | 'append';
  rule: string;
  start: number;
  end: number;
  reference: string;
  /** What stands in the place of the span. */
  text?: string;
}

export interface Obligation {
  type: 'escalate' | 'disclaimer' | 'label' | 'citation' | 'commitment';
  rule: string;
  queue?: string;
  priority?: string;
  reasonCode?: string;
  handoffText?: string;
  handoffAction?: Action;
  fallbackText?: string;
  name?: string;
  text?: string;
  visible?: boolean;
  sources?: { passage: string; source?: string }[];
  commitment?: Commitment;
}

/** What an answer promises. */
export interface Commitment {
  kind: string;
  amountMinor?: number;
  currency?: string;
  share?: number;
  dueOn?: string;
  dueWithinDays?: number;
}

export interface Degradation {
  check: string;
  status: string;
  onError: string;
}

export interface PolicyIdentity {
  id: string;
  version: number;
  digest: string;
}

export interface Decision {
  action: Action;
  effective: { text: string; edits: Edit[] };
  obligations: Obligation[];
  policy: PolicyIdentity;
  results: RuleOutcome[];
  degraded: Degradation[];
  timing: { decisionMicros: number };
}

export interface CheckOutcome {
  check: string;
  detector: string;
  status: 'done' | 'failed';
  score?: number;
  values: Record<string, unknown>;
  findings: FoundPlace[];
  micros: number;
}

export interface Diagnostic {
  line: number;
  column: number;
  message: string;
}

export interface TestOutcome {
  name: string;
  passed: boolean;
  expected: Action;
  action: Action;
  failures: string[];
}

export interface Preview {
  policy: 'in-force' | 'draft';
  decision?: Decision;
  checks: CheckOutcome[];
  diagnostics: Diagnostic[];
  tests: TestOutcome[];
  testsLeftOut: number;
}

export interface PolicyItem extends PolicyIdentity {
  description: string;
  bots: string[];
}

export interface Consequence {
  condition?: string;
  action: Action;
  queue?: string;
  priority?: string;
  templateKind?: TemplateKind;
  template?: string;
  position?: 'prepend' | 'append';
  reasonCode?: string;
}

export interface PolicyRule {
  id: string;
  stages: Stage[];
  check: string;
  message: string;
  condition: string;
  score?: string;
  threshold?: number;
  reasonCode: string;
  cover?: string;
  onError: 'fail_closed' | 'fail_open';
  enforced: boolean;
  consequences: Consequence[];
}

export type TemplateKind = 'reply' | 'disclaimer' | 'label' | 'mask';

export interface Template {
  kind: TemplateKind;
  name: string;
  texts: { channel: string; audience: string; language: string; text: string; reference: string }[];
}

export interface PolicyTest {
  name: string;
  stage: Stage;
  expected: Action;
  rules: string[];
}

export interface PolicyInForce extends PolicyItem {
  checks: string[];
  defaults: { onError: string; degraded: Consequence; degradedReason: string; fallback: string };
  rules: PolicyRule[];
  templates: Template[];
  tests: PolicyTest[];
  document: string;
}
