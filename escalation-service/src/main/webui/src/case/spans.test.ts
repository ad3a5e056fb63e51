import { describe, expect, it } from 'vitest';
import { message, trigger } from '../testing/cases.ts';
import { locate, pieces, sourceNumber, spansBySequence } from './spans.ts';

const finding = (path: string, start: number, end: number) => ({ category: 'advice', path, start, end });
const span = (id: string, start: number, end: number) => ({ id, start, end, category: 'advice' });

const transcript = [
  message(1, { content: 'Hello', decisionId: 'd1' }),
  message(2, { speaker: 'bot', content: 'Hello, how can I help?', decisionId: 'd1' }),
  message(3, { content: 'Should I sell my shares?', decisionId: 'd2' }),
  message(4, { speaker: 'withheld', content: 'Yes, sell them all.', decisionId: 'd2' }),
  message(5, { speaker: 'bot', content: 'A colleague will help you.', decisionId: 'd2' }),
];

describe('where a finding points', () => {
  it('finds the bot’s own words also where the customer got others', () => {
    expect(locate('d2', finding('response.content', 5, 9), transcript)?.sequence).toBe(4);
  });

  it('counts the messages that the decision was made on', () => {
    expect(locate('d2', finding('messages[0].content', 0, 5), transcript)?.sequence).toBe(1);
    expect(locate('d2', finding('messages[2].content', 0, 8), transcript)?.sequence).toBe(3);
  });

  it('takes the last words of the customer where the count leads nowhere', () => {
    expect(locate('d2', finding('messages[40].content', 0, 8), transcript)?.sequence).toBe(3);
  });

  it('finds no words in the conversation for a finding in a source, and names the source', () => {
    const inSource = finding('passages[1].text', 0, 5);

    expect(locate('d2', inSource, transcript)).toBeUndefined();
    expect(sourceNumber(inSource)).toBe(2);
    expect(sourceNumber(finding('messages[0].content', 0, 5))).toBeNull();
  });

  it('points nowhere when the offsets do not fit', () => {
    expect(locate('d2', finding('response.content', 5, 900), transcript)).toBeUndefined();
    expect(locate('d2', finding('response.content', 9, 5), transcript)).toBeUndefined();
    expect(locate('unknown', finding('response.content', 0, 1), transcript)).toBeUndefined();
  });

  it('gathers the findings of all triggers by message', () => {
    const triggers = [
      trigger({ decisionId: 'd2', findings: [finding('response.content', 5, 9), finding('messages[2].content', 0, 6)] }),
      trigger({ decisionId: 'd2', findings: [finding('response.content', 0, 3)] }),
    ];

    const spans = spansBySequence(triggers, transcript);

    expect(spans.get(4)?.map((each) => each.id)).toEqual(['finding-0-0', 'finding-1-0']);
    expect(spans.get(3)?.map((each) => each.id)).toEqual(['finding-0-1']);
  });
});

describe('a message in pieces', () => {
  it('is the message again when the pieces are put together', () => {
    const content = 'The fee is 49 [1] a month [2], as agreed [9].';

    const parts = pieces(content, [span('a', 4, 13), span('b', 8, 20)], 2);

    expect(parts.map((part) => part.text).join('')).toBe(content);
  });

  it('keeps overlapping findings apart and opens each once', () => {
    const parts = pieces('abcdefgh', [span('a', 1, 5), span('b', 3, 7)], 0);

    expect(parts.map((part) => [part.text, part.spans.map((each) => each.id).join('')])).toEqual([
      ['a', ''],
      ['bc', 'a'],
      ['de', 'ab'],
      ['fg', 'b'],
      ['h', ''],
    ]);
    expect(parts.flatMap((part) => part.opens.map((each) => each.id))).toEqual(['a', 'b']);
  });

  it('takes only numbers of passages that exist for citations', () => {
    const parts = pieces('As said [1] and [3]', [], 2);

    expect(parts.filter((part) => part.citation !== null).map((part) => part.citation)).toEqual([1]);
  });

  it('counts in UTF-16 units, as the findings do', () => {
    const parts = pieces('😀 sell', [span('a', 3, 7)], 0);

    expect(parts.find((part) => part.spans.length > 0)?.text).toBe('sell');
  });

  it('has no piece for an empty message', () => {
    expect(pieces('', [], 0)).toEqual([]);
  });
});
