import { expect, it } from 'vitest';
import { promised } from './commitment.ts';

it.each([
  [{ kind: 'refund', amountMinor: 4990, currency: 'EUR', dueWithinDays: 14 }, 'Refund of €49.90, within 14 days'],
  [{ kind: 'refund', amountMinor: 500, currency: 'JPY', dueOn: '2026-12-01' }, 'Refund of ¥500, by 2026-12-01'],
  [{ kind: 'discount', share: 0.125 }, 'Discount of 12.5 %'],
  [{ kind: 'call-back', dueWithinDays: 1 }, 'Call back, within 1 day'],
  [{ kind: 'refund', amountMinor: 7, currency: 'gold' }, 'Refund of 7 gold'],
])('says what was promised (%#)', (commitment, words) => {
  expect(promised(commitment)).toBe(words);
});
