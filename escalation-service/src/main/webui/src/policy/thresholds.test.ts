import { expect, it } from 'vitest';
import type { Consequence } from '../api/policyTypes.ts';
import { actionWords } from '../shared/actions.ts';
import { policyRule } from '../testing/policies.ts';
import { zoneWords, zonesOf } from './thresholds.ts';

const block: Consequence = { condition: 'score >= 0.8', action: 'block' };
const words = (rule: Parameters<typeof zonesOf>[0]) =>
  zonesOf(rule)?.map((zone) => zoneWords(zone, (action) => actionWords(action).name));

it('divides the scale at the threshold and where consequences change', () => {
  expect(words(policyRule('injection', { threshold: 0.5, consequences: [block, { action: 'replace' }] }))).toEqual([
    'below 0.5: silent',
    'from 0.5 to 0.8: replace',
    'from 0.8: block',
  ]);
});

it('knows rules that fire when the score is low', () => {
  const rule = policyRule('retrieval', {
    threshold: 0.35,
    condition: 'score < threshold && checks.retrieval.passages > 0',
    consequences: [{ condition: 'score < 0.2', action: 'escalate' }, { action: 'annotate' }],
  });

  expect(words(rule)).toEqual(['below 0.2: escalate', 'from 0.2 to 0.35: annotate', 'from 0.35: silent']);
});

it('names every action where something else than the score decides', () => {
  const rule = policyRule('advice', {
    threshold: 0.5,
    consequences: [
      { condition: 'score >= 0.7', action: 'escalate' },
      { condition: "stage == 'output'", action: 'annotate' },
      { action: 'allow' },
    ],
  });

  expect(words(rule)).toEqual(['below 0.5: silent', 'from 0.5 to 0.7: annotate or allow', 'from 0.7: escalate']);
});

it('draws nothing for a rule without a threshold', () => {
  const { threshold: _threshold, ...rule } = policyRule('length');

  expect(zonesOf(rule)).toBeNull();
});
