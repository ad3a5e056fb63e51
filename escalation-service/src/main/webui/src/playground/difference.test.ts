import { describe, expect, it } from 'vitest';
import type { Edit } from '../api/policyTypes.ts';
import { type Run, difference } from './difference.ts';

const replace: Edit = { operation: 'replace', rule: 'r', start: 0, end: 1, reference: 'x' };
const without = (kind: Run['kind'], runs: readonly Run[]) =>
  runs
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join('');

describe('what became of a text', () => {
  it('is nothing where nothing changed', () => {
    expect(difference('As it was.', 'As it was.', [])).toEqual([{ kind: 'same', text: 'As it was.' }]);
  });

  it('shows what was masked, and the mask in its place', () => {
    expect(difference('Refund to DE89 3704 0044 0532 0130 00, please.', 'Refund to [IBAN], please.', [])).toEqual([
      { kind: 'same', text: 'Refund to ' },
      { kind: 'removed', text: 'DE89 3704 0044 0532 0130 00' },
      { kind: 'added', text: '[IBAN]' },
      { kind: 'same', text: ', please.' },
    ]);
  });

  it('shows what was put before and behind', () => {
    expect(difference('Thirty days.', 'AI:\n\nThirty days.\n\nPlease check.', [])).toEqual([
      { kind: 'added', text: 'AI:\n\n' },
      { kind: 'same', text: 'Thirty days.' },
      { kind: 'added', text: '\n\nPlease check.' },
    ]);
  });

  it('keeps what was put behind in one piece beside what was masked', () => {
    const edits: Edit[] = [
      { operation: 'redact', rule: 'r', start: 3, end: 12, reference: 'x', text: '[IBAN]' },
      { operation: 'append', rule: 'r', start: 13, end: 13, reference: 'y', text: '\n\nPlease check it.' },
    ];

    expect(difference('To DE89 3704.', 'To [IBAN].\n\nPlease check it.', edits)).toEqual([
      { kind: 'same', text: 'To ' },
      { kind: 'removed', text: 'DE89 3704' },
      { kind: 'added', text: '[IBAN]' },
      { kind: 'same', text: '.' },
      { kind: 'added', text: '\n\nPlease check it.' },
    ]);
  });

  it('claims nothing that the texts do not bear out', () => {
    const elsewhere: Edit = { operation: 'redact', rule: 'r', start: 0, end: 2, reference: 'x', text: '[IBAN]' };
    const found = difference('To DE89, now.', 'To [IBAN], now.', [elsewhere]);

    expect(without('added', found)).toBe('To DE89, now.');
    expect(without('removed', found)).toBe('To [IBAN], now.');
  });

  it('does not look for common words where the whole was replaced', () => {
    expect(difference('I am a bot.', 'I am sorry.', [replace])).toEqual([
      { kind: 'removed', text: 'I am a bot.' },
      { kind: 'added', text: 'I am sorry.' },
    ]);
  });

  it.each([
    ['a b c a b', 'b a c a'],
    ['👩‍👩‍👧 é مرحبا', 'é [name] 👩‍👩‍👧'],
    ['', 'new'],
    ['old', ''],
    ['x '.repeat(3000), 'y '.repeat(3000)],
  ])('gives back both texts in full (%#)', (before, after) => {
    const found = difference(before, after, []);

    expect(without('added', found)).toBe(before);
    expect(without('removed', found)).toBe(after);
  });
});
