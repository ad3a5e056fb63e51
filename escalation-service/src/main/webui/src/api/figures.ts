import { request } from './client.ts';
import type { Action, Degradation, PolicyIdentity, RuleOutcome } from './policyTypes.ts';

export const windows = ['15m', '1h', '24h', '7d'] as const;
export type Window = (typeof windows)[number];

export type Counts = Partial<Record<Action, number>>;

export interface Figures {
  window: Window;
  from: string;
  to: string;
  stepSeconds: number;
  decisions: number;
  actions: Counts;
  steps: { at: string; actions: Counts }[];
  covers: { cover: string; results: number; escalated: number; blocked: number }[];
  rules: RuleCount[];
  degraded: number;
  latency: {
    p50Micros: number;
    p95Micros: number;
    p99Micros: number;
    maxMicros: number;
    buckets: { boundMicros: number; decisions: number }[];
  };
  feedback: Record<string, number>;
}

export interface RuleCount {
  rule: string;
  reasonCode: string;
  cover: string;
  status: string;
  action: Action;
  enforced: boolean;
  results: number;
}

export interface RecentDecision {
  id: string;
  at: string;
  bot: string;
  stage: string;
  channel: string;
  locale: string;
  action: Action;
  rules: string[];
  policy: string;
  policyVersion: number;
  degraded: boolean;
  micros: number;
}

export interface RecentPage {
  items: RecentDecision[];
  next?: string;
}

export interface Question {
  window: Window;
  action: string;
  rule: string;
}

export const figureKeys = {
  figures: (window: Window) => ['figures', window] as const,
  recent: (question: Question) => ['recent', question] as const,
  decision: (id: string) => ['decision', id] as const,
};

export async function readFigures(window: Window, signal?: AbortSignal): Promise<Figures> {
  const query = new URLSearchParams({ window });
  return (await request<Figures>(`/v1/guardrail/figures?${query}`, signal ? { signal } : {})).body;
}

export async function listDecisions(
  { window, action, rule }: Question,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<RecentPage> {
  const query = new URLSearchParams({
    window,
    ...(action === '' ? {} : { action }),
    ...(rule === '' ? {} : { rule }),
    ...(cursor === null ? {} : { cursor }),
  });
  return (await request<RecentPage>(`/v1/guardrail/figures/decisions?${query}`, signal ? { signal } : {})).body;
}

/** A decision with its explanation, as far as the reader's role goes: which members there are depends on it. */
export interface ExplainedDecision {
  id: string;
  action: Action;
  bot: string;
  stage: string;
  evaluatedAt: string;
  policy: PolicyIdentity;
  /** For people who talk to the customer. */
  sentence?: string;
  details?: {
    results: { rule: string; check: string; score: number; reasonCode?: string; message: string }[];
    obligations: { type: string; rule: string; details: Record<string, string> }[];
    degraded: Degradation[];
    decisionMicros: number;
  };
  rules?: ExplainedRule[];
  verdicts?: { verdict: string; rule?: string; judgedAt: string }[];
}

export interface ExplainedRule {
  rule: string;
  status: RuleOutcome['status'];
  action: Action;
  enforced: boolean;
  condition: string;
  inputs: Record<string, unknown>;
  threshold?: number;
  cover?: string;
  counterfactuals?: { sentence: string }[];
  /** What would have been decided if this rule had passed. */
  decisionWithout?: Action;
}

export async function readDecision(id: string, signal?: AbortSignal): Promise<ExplainedDecision> {
  return (await request<ExplainedDecision>(`/v1/guardrail/evaluations/${encodeURIComponent(id)}`, signal ? { signal } : {})).body;
}
