import { expect, it } from 'vitest';
import { detail, message } from '../testing/cases.ts';
import { byDay, speakerWords, unseen, withMessage } from './transcript.ts';

it('names every speaker in words', () => {
  expect(speakerWords('customer', null)).toBe('Customer');
  expect(speakerWords('withheld', null)).toBe('Bot (withheld)');
  expect(speakerWords('human', 'Ana')).toBe('Human: Ana');
});

it('collects what was not seen from screen and service, each message once, in order', () => {
  const missing = unseen([message(1), message(2), message(4)], [message(3), message(4)], 1);

  expect(missing.map((each) => each.sequence)).toEqual([2, 3, 4]);
});

it('asks nobody to answer what the customer never saw', () => {
  expect(unseen([message(1), message(2, { speaker: 'withheld' })], [], 1)).toEqual([]);
});

it('takes an accepted message in once', () => {
  const read = { detail: detail('a', { transcript: [message(1)] }), etag: '"1"' };
  const sent = message(2, { speaker: 'human', author: 'Alice' });

  const once = withMessage(read, sent);

  expect(once.detail.transcript).toHaveLength(2);
  expect(withMessage(once, sent)).toBe(once);
});

it('names the day before the first message of each day', () => {
  const days = byDay([
    message(1, { at: '2026-11-22T12:00:00Z' }),
    message(2, { at: '2026-11-22T12:05:00Z' }),
    message(3, { at: '2026-11-23T12:00:00Z' }),
  ]).map((entry) => entry.day !== null);

  expect(days).toEqual([true, false, true]);
});
