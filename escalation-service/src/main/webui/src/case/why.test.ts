import { expect, it } from 'vitest';
import { trigger } from '../testing/cases.ts';
import { policies, rememberFold, rememberLook, score, shortDigest, startsFolded, valueWords } from './why.ts';

it.each([
  [860, '0.86'],
  [700, '0.70'],
  [1000, '1.00'],
  [5, '0.005'],
  [0, '0.00'],
])('writes %i per mille as %s', (perMille, words) => {
  expect(score(perMille)).toBe(words);
});

it('says values as short as they can be said', () => {
  expect(valueWords('financial')).toBe('financial');
  expect(valueWords(['a', 'b'])).toBe('["a","b"]');
  expect(valueWords(null)).toBe('none');
  expect(valueWords(0)).toBe('0');
});

it('shortens a digest to what can be compared by eye', () => {
  expect(shortDigest('sha256:6f1d0c4b9a7e52d83b60')).toBe('6f1d0c4b9a7e…');
  expect(shortDigest('abc')).toBe('abc');
});

it('names a policy once, and two when a new version came in between', () => {
  const newer = { id: 'baseline', version: 5, digest: 'sha256:ff' };

  expect(policies([trigger(), trigger()])).toHaveLength(1);
  expect(policies([trigger(), trigger({ policy: newer })])).toHaveLength(2);
});

it('shows the card in full the first time, even to someone who keeps it folded', () => {
  rememberFold('alice', true);

  expect(startsFolded('a', 'alice')).toBe(false);
  rememberLook('a');
  expect(startsFolded('a', 'alice')).toBe(true);
  expect(startsFolded('b', 'alice')).toBe(false);
  expect(startsFolded('a', 'amir')).toBe(false);
});
