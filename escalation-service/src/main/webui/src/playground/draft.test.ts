import { describe, expect, it } from 'vitest';
import { emptyDraft, exchangeOf, missing, passagesOf, subjectOf, textsOf, withPassages } from './draft.ts';
import { examples } from './examples.ts';

const question = { ...emptyDraft, stage: 'input', question: 'How long can I return it?' };

describe('the fields of the playground', () => {
  it('say what is missing before anything is asked', () => {
    expect(missing({ ...emptyDraft, stage: 'input' })).toBe('Write what the customer asks.');
    expect(missing({ ...emptyDraft, question: 'Hello?' })).toBe('Write what the bot wants to answer.');
    expect(missing(question)).toBeNull();
  });

  it('make a question without an answer at stage input', () => {
    const exchange = exchangeOf({ ...question, answer: 'left over' });

    expect(exchange.response).toBeUndefined();
    expect(exchange.messages).toEqual([{ role: 'user', content: 'How long can I return it?' }]);
    expect(subjectOf(exchange)).toBe('How long can I return it?');
  });

  it('begin a conversation unless the bot has spoken', () => {
    expect(exchangeOf(question).conversation.turn).toBe(0);
    expect(exchangeOf({ ...question, earlier: 'Hello.' }).conversation.turn).toBe(1);
    expect(textsOf(exchangeOf({ ...question, earlier: 'Hello.' })).map(({ path, name }) => `${path} ${name}`)).toEqual([
      'messages[0].content Earlier answer',
      'messages[1].content Question',
    ]);
  });

  it('leave out empty passages and read scores as people write them', () => {
    const draft = withPassages({ ...emptyDraft, answer: 'Yes.' }, [
      { text: 'One.', score: '0,4', validTo: '2026-01-31' },
      { text: '  ', score: '', validTo: '' },
      { text: 'Two.', score: '', validTo: '' },
      { text: 'Three.', score: '7', validTo: '' },
    ]);

    expect(exchangeOf(draft).context?.passages).toEqual([
      { id: 'passage-1', text: 'One.', score: 0.4, validTo: '2026-01-31' },
      { id: 'passage-2', text: 'Two.', score: 0.9 },
      { id: 'passage-3', text: 'Three.', score: 1 },
    ]);
  });

  it('forget passages that the tab kept in another form', () => {
    expect(passagesOf({ ...emptyDraft, passages: 'not json' })).toEqual([]);
    expect(passagesOf({ ...emptyDraft, passages: '[{"text":1},null]' })).toEqual([
      { text: '', score: '', validTo: '' },
      { text: '', score: '', validTo: '' },
    ]);
  });

  it.each(examples.map((example) => [example.name, example] as const))('can try the example %s at once', (_name, example) => {
    expect(missing(example.draft)).toBeNull();
  });
});
