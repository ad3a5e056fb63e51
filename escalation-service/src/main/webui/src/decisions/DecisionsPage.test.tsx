import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Figures, figureKeys } from '../api/figures.ts';
import { act } from '@testing-library/react';
import { FakeService, problem } from '../testing/FakeService.ts';
import { pia } from '../testing/policies.ts';
import { showAt } from '../testing/show.tsx';

const recentCall = 'GET /v1/guardrail/figures/decisions';
const figures = (changes: Partial<Figures> = {}): Figures => ({
  window: '1h',
  from: '2026-11-23T09:00:00Z',
  to: '2026-11-23T09:02:00Z',
  stepSeconds: 60,
  decisions: 10,
  actions: { allow: 7, escalate: 2, block: 1 },
  steps: [
    { at: '2026-11-23T09:00:00Z', actions: { allow: 7 } },
    { at: '2026-11-23T09:01:00Z', actions: { escalate: 2, block: 1 } },
  ],
  covers: [{ cover: 'contract', results: 2, escalated: 2, blocked: 0 }],
  rules: [
    {
      rule: 'grounding.contradicted',
      reasonCode: 'X',
      cover: 'contract',
      status: 'fail',
      action: 'escalate',
      enforced: true,
      results: 2,
    },
  ],
  degraded: 0,
  latency: { p50Micros: 640, p95Micros: 2_100, p99Micros: 4_000, maxMicros: 9_000, buckets: [] },
  feedback: { correct: 3, 'false-positive': 1 },
  ...changes,
});
const recent = (id: string, action = 'escalate') => ({
  id,
  at: '2026-11-23T09:01:10Z',
  bot: 'shop',
  stage: 'output',
  channel: 'chat',
  locale: 'en-GB',
  action,
  rules: ['grounding.contradicted'],
  policy: 'baseline',
  policyVersion: 2,
  degraded: false,
  micros: 700,
});

let service: FakeService;

beforeEach(() => {
  service = new FakeService()
    .on('GET /v1/guardrail/figures', { body: figures() })
    .on(recentCall, { body: { items: [recent('d-1'), recent('d-2', 'block')] } });
});

async function shown(path = '/decisions') {
  const page = showAt(path, pia);
  await screen.findByRole('heading', { name: 'Decisions per minute' });
  return page;
}

describe('the decisions', () => {
  it('are counted in short, with shares', async () => {
    await shown();

    const tiles = screen.getByRole('list', { name: 'In short' });

    expect(tiles.textContent).toContain('Escalated20 %2 decisions');
    expect(tiles.textContent).toContain('Time to decide0.6 msmedian; 95 % 2.1 ms, 99 % 4.0 ms');
    expect(tiles.textContent).toContain('People said1 false alarm3 right, 0 missed, of 4');
  });

  it('are drawn by step, and told as a table to those who want one', async () => {
    await shown();
    expect(screen.getByRole('img', { name: /10 decisions in the window; the highest step has 7/ })).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: 'As a table' }));

    const table = screen.getByRole('table', { name: 'Decisions by step and action' });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    expect(within(table).getAllByRole('row')[1]?.textContent).toMatch(/1203$/);
  });

  it('say how often the rules of each line of cover spoke', async () => {
    await shown();

    expect(screen.getByRole('region', { name: 'By line of insurance cover' }).textContent).toContain('Contract2 20 %2 20 %0 0 %');
  });

  it('lead from a rule to the decisions in which it spoke', async () => {
    await shown();

    fireEvent.click(screen.getByTitle(/Show the decisions in which grounding.contradicted spoke/));

    await waitFor(() => expect(service.of(recentCall).at(-1)?.path).toContain('rule=grounding.contradicted'));
    expect(screen.getByRole('button', { name: 'show all' })).toBeTruthy();
  });

  it('each lead to their explanation', async () => {
    await shown();

    await screen.findByRole('table', { name: 'Latest decisions' });

    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toContain('/decisions/d-1');
  });

  it('are read further back on request', async () => {
    service.on(recentCall, ({ path }) =>
      path.includes('cursor=next-1')
        ? { body: { items: [recent('d-3')] } }
        : { body: { items: [recent('d-1')], next: 'next-1' } },
    );
    await shown();

    fireEvent.click(await screen.findByRole('button', { name: 'Show earlier ones' }));

    await waitFor(() => expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toContain('/decisions/d-3'));
  });

  it('say in words that there were none', async () => {
    service
      .on('GET /v1/guardrail/figures', {
        body: figures({ decisions: 0, actions: {}, steps: [], rules: [], covers: [], feedback: {} }),
      })
      .on(recentCall, { body: { items: [] } });
    await shown();

    expect(screen.getByText('No rule asked for anything.')).toBeTruthy();
    expect(await screen.findByText('Nothing of that kind was decided in this time.')).toBeTruthy();
  });

  it('stay on the screen when they cannot be read again, and say how old they are', async () => {
    const { client } = await shown();
    service.on('GET /v1/guardrail/figures', problem(503, 'unavailable'));

    await act(() => client.invalidateQueries({ queryKey: figureKeys.figures('1h') }));

    expect(await screen.findByText(/The figures may be out of date/)).toBeTruthy();
    expect(screen.getByRole('list', { name: 'In short' }).textContent).toContain('Decisions10');
  });

  it('warn when something could not be judged', async () => {
    service.on('GET /v1/guardrail/figures', { body: figures({ degraded: 3 }) });
    await shown();

    expect(screen.getByText('Degraded').closest('li')?.dataset['alarming']).toBe('true');
  });
});
