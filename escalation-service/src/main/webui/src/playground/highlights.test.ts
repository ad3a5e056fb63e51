import { describe, expect, it } from 'vitest';
import { checkOutcome, place, ruleOutcome } from '../testing/policies.ts';
import { familyOf, marksOf, piecesOf } from './highlights.ts';

describe('findings in the texts', () => {
  it('are numbered through question, answer and passages', () => {
    const marks = marksOf(
      [
        checkOutcome('pii', {
          findings: [place('pii.iban', 'response.content', 9, 12), place('pii.email', 'messages[1].content', 4, 8)],
        }),
        checkOutcome('injection', {
          findings: [
            place('injection.override', 'passages[10].text', 0, 3),
            place('injection.override', 'passages[2].text', 0, 3),
          ],
        }),
      ],
      [],
    );

    expect(marks.map(({ number, path }) => `${number} ${path}`)).toEqual([
      '1 messages[1].content',
      '2 response.content',
      '3 passages[2].text',
      '4 passages[10].text',
    ]);
  });

  it('know the rules that took them up', () => {
    const iban = place('pii.iban', 'response.content', 2, 6);
    const marks = marksOf(
      [checkOutcome('pii', { findings: [iban, place('pii.iban', 'response.content', 8, 9)] })],
      [ruleOutcome('pii.payment', { findings: [iban] }), ruleOutcome('pii.contact')],
    );

    expect(marks.map(({ rules }) => rules)).toEqual([['pii.payment'], []]);
  });

  it('cut the text where they begin and end, also where they overlap', () => {
    const marks = marksOf([checkOutcome('pii', { findings: [place('pii.iban', 'p', 2, 6), place('pii.phone', 'p', 4, 8)] })], []);

    const pieces = piecesOf('0123456789', marks);

    expect(pieces.map(({ text, marks: inside }) => `${text}:${inside.map(({ number }) => number).join('+')}`)).toEqual([
      '01:',
      '23:1',
      '45:1+2',
      '67:2',
      '89:',
    ]);
    expect(pieces.map(({ ends }) => ends.length)).toEqual([0, 0, 1, 1, 0]);
  });

  it('point nowhere when they do not fit the text', () => {
    const marks = marksOf([checkOutcome('pii', { findings: [place('pii.iban', 'p', 5, 99), place('pii.iban', 'p', 3, 3)] })], []);

    expect(piecesOf('0123456789', marks)).toEqual([{ text: '0123456789', marks: [], ends: [] }]);
  });

  it('share a colour with their kind, and new kinds have one too', () => {
    expect(familyOf('pii.iban')).toBe('privacy');
    expect(familyOf('grounding.contradicted')).toBe('source');
    expect(familyOf('something.new')).toBe('other');
  });
});
