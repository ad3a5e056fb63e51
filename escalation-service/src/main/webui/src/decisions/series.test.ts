import { describe, expect, it } from 'vitest';
import type { RuleCount } from '../api/figures.ts';
import { millis, niceTop, perMinute, share, topRules, totalOf } from './series.ts';

const rule = (name: string, changes: Partial<RuleCount> = {}): RuleCount => ({
  rule: name,
  reasonCode: name,
  cover: 'contract',
  status: 'fail',
  action: 'block',
  enforced: true,
  results: 1,
  ...changes,
});

describe('figures', () => {
  it.each([
    [0, 1],
    [0.4, 1],
    [3, 5],
    [10, 10],
    [11, 20],
    [640, 1000],
  ])('end their scale for %f at %i', (highest, top) => {
    expect(niceTop(highest)).toBe(top);
  });

  it('say shares without hiding what is rare', () => {
    expect(share(0, 1000)).toBe('0 %');
    expect(share(1, 0)).toBe('0 %');
    expect(share(1, 100_000)).toBe('< 0.1 %');
    expect(share(714, 10_000)).toBe('7.1 %');
    expect(share(333, 1000)).toBe('33 %');
  });

  it('say times as exactly as they matter', () => {
    expect(millis(640)).toBe('0.6 ms');
    expect(millis(12_340)).toBe('12 ms');
  });

  it('count actions and make steps comparable', () => {
    expect(totalOf({ allow: 5, block: 2 })).toBe(7);
    expect(perMinute(30, 900)).toBe(2);
  });

  it('add up what one rule asked for, and keep apart what only observes', () => {
    const top = topRules(
      [
        rule('pii', { action: 'redact', results: 4 }),
        rule('pii', { action: 'block', results: 3 }),
        rule('pii', { status: 'error', action: 'escalate', results: 1 }),
        rule('length', { enforced: false, results: 5 }),
        rule('rare'),
      ],
      2,
    );

    expect(top).toEqual([
      expect.objectContaining({
        rule: 'pii',
        results: 8,
        undecided: 1,
        byAction: [
          ['redact', 4],
          ['escalate', 1],
          ['block', 3],
        ],
      }),
      expect.objectContaining({ rule: 'length', enforced: false, results: 5 }),
    ]);
  });
});
