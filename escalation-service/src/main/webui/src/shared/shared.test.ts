import { expect, it } from 'vitest';
import { age } from './time.ts';
import { count, languageWords, reasonWords, rootCauseWords, spelledOut } from './words.ts';

const now = Date.parse('2026-11-23T12:00:00Z');

it.each([
  ['2026-11-23T11:59:30Z', 'now'],
  ['2026-11-23T11:59:00Z', '1 min'],
  ['2026-11-23T11:00:01Z', '59 min'],
  ['2026-11-23T09:55:00Z', '2 h 05'],
  ['2026-11-20T08:00:00Z', '3 d 04 h'],
  ['2026-11-23T12:00:05Z', 'now'],
])('says how long ago %s is', (from, words) => {
  expect(age(from, now)).toBe(words);
});

it('has plain words for reasons, in whatever spelling they come', () => {
  expect(reasonWords('HUMAN_REQUESTED')).toBe('Asked for a human');
  expect(reasonWords('human-requested')).toBe('Asked for a human');
});

it('spells out what it does not know', () => {
  expect(reasonWords('PII_IBAN')).toBe('PII IBAN');
  expect(spelledOut('legal-threat.severe')).toBe('Legal threat severe');
  expect(rootCauseWords('made-up')).toBe('Made up');
});

it('names languages and lets stand what is none', () => {
  expect(languageWords('fr')).toBe('French');
  expect(languageWords('not a language')).toBe('not a language');
});

it('counts in singular and plural', () => {
  expect(count(1, 'message', 'messages')).toBe('1 message');
  expect(count(1200, 'message', 'messages')).toBe('1,200 messages');
});
