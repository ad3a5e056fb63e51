import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ExplainedDecision, ExplainedRule } from '../api/figures.ts';
import { FakeService, problem } from '../testing/FakeService.ts';
import { pia } from '../testing/policies.ts';
import { showAt } from '../testing/show.tsx';

const call = 'GET /v1/guardrail/evaluations/d-1';
const known = {
  id: 'd-1',
  at: '2026-11-23T09:01:10Z',
  bot: 'shop',
  stage: 'output',
  channel: 'chat',
  locale: 'en-GB',
  action: 'escalate',
  rules: ['grounding.contradicted'],
  policy: 'baseline',
  policyVersion: 2,
  degraded: false,
  micros: 700,
};
const reason = (rule: string, changes: Partial<ExplainedRule> = {}): ExplainedRule => ({
  rule,
  status: 'pass',
  action: 'allow',
  enforced: true,
  condition: 'score >= threshold',
  inputs: { score: '1.0', threshold: '0.6' },
  threshold: 0.6,
  ...changes,
});
const explained: ExplainedDecision = {
  id: 'd-1',
  action: 'escalate',
  bot: 'shop',
  stage: 'output',
  evaluatedAt: '2026-11-23T09:01:10Z',
  policy: { id: 'baseline', version: 2, digest: 'sha256:77' },
  sentence: 'A person answers, because a figure contradicts its source.',
  details: {
    results: [
      {
        rule: 'grounding.contradicted',
        check: 'grounding',
        score: 1,
        reasonCode: 'CONTRADICTED_CLAIM',
        message: 'A figure contradicts.',
      },
    ],
    obligations: [{ type: 'escalate', rule: 'grounding.contradicted', details: { queue: 'tier1', priority: 'P2' } }],
    degraded: [],
    decisionMicros: 700,
  },
  rules: [
    reason('grounding.contradicted', {
      status: 'fail',
      action: 'escalate',
      counterfactuals: [{ sentence: 'Would have passed at 0; was 1.' }],
      decisionWithout: 'annotate',
    }),
    reason('pii.payment'),
  ],
  verdicts: [{ verdict: 'false-positive', judgedAt: '2026-11-23T10:00:00Z' }],
};
let service: FakeService;

beforeEach(() => {
  service = new FakeService().on(call, { body: explained });
});

describe('a decision', () => {
  it('explains itself by its rules and says who got the case', async () => {
    showAt('/decisions/d-1', pia);

    const rules = await screen.findByRole('region', { name: '1 rule fired' });

    expect(rules.textContent).toContain('A figure contradicts.');
    expect(rules.textContent).toContain('Would have passed at 0; was 1. Without this rule: annotate.');
    expect(screen.getByText(/A person answers, because/)).toBeTruthy();
    expect(screen.getByText(/Called a false alarm/)).toBeTruthy();
    expect(screen.getByText('tier1')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'The decision' }).textContent).toContain('Decided by policy baseline version 2');
  });

  it('shows at once what the list knew, also where there is no more to be had', async () => {
    service.on(call, problem(404, 'not-found'));
    const { router } = showAt('/policy', pia);

    await act(() => router.navigate('/decisions/d-1', { state: known }));

    expect(screen.getByRole('region', { name: 'The decision' }).textContent).toContain('grounding.contradicted');
    expect(await screen.findByText('There is no explanation of it to be had beyond that.')).toBeTruthy();
  });

  it('of somebody else is not found', async () => {
    service.on(call, problem(404, 'not-found'));
    showAt('/decisions/d-1', pia);

    expect(await screen.findByRole('heading', { name: 'Not found, or not yours' })).toBeTruthy();
  });

  it('can be asked for again when the service was away', async () => {
    const { rules: _rules, details: _details, verdicts: _verdicts, ...reader } = explained;
    const answer = problem(503, 'unavailable');
    service.on(call, answer);
    showAt('/decisions/d-1', pia);
    await screen.findByRole('heading', { name: 'The decision cannot be loaded' });
    service.on(call, { body: { ...reader, sentence: 'Nothing stood against it.' } });

    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('Nothing stood against it.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: /fired/ })).toBeNull();
  });
});
