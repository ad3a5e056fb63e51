import type { Exchange, ExchangePassage, Stage } from '../api/policyTypes.ts';

/** What stands in the fields of the playground: texts only, so that the tab can keep them. */
export interface Draft {
  bot: string;
  stage: string;
  channel: string;
  locale: string;
  jurisdiction: string;
  /** What the bot said before; empty at the beginning of a conversation. */
  earlier: string;
  question: string;
  answer: string;
  /** The passages, as JSON. */
  passages: string;
  /** The document to try, when `trying` says so. */
  document: string;
  trying: string;
}

export interface PassageFields {
  text: string;
  score: string;
  validTo: string;
}

export const emptyDraft: Draft = {
  bot: 'shop-assistant',
  stage: 'output',
  channel: 'chat',
  locale: 'en-GB',
  jurisdiction: '',
  earlier: '',
  question: '',
  answer: '',
  passages: '[]',
  document: '',
  trying: '',
};

export function passagesOf(draft: Draft): readonly PassageFields[] {
  try {
    const read: unknown = JSON.parse(draft.passages);
    return Array.isArray(read) ? read.map(asPassage) : [];
  } catch {
    return [];
  }
}

function asPassage(value: unknown): PassageFields {
  const fields = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  return { text: text('text'), score: text('score'), validTo: text('validTo') };
}

export function withPassages(draft: Draft, passages: readonly PassageFields[]): Draft {
  return { ...draft, passages: JSON.stringify(passages) };
}

/** Why the exchange cannot be tried yet; null when it can. */
export function missing(draft: Draft): string | null {
  if (draft.stage === 'input' && draft.question.trim() === '') {
    return 'Write what the customer asks.';
  }
  if (draft.stage === 'output' && draft.answer.trim() === '') {
    return 'Write what the bot wants to answer.';
  }
  return null;
}

/** The exchange as an integrator would send it. Nobody is behind it, and its identifiers say so. */
export function exchangeOf(draft: Draft): Exchange {
  const stage: Stage = draft.stage === 'input' ? 'input' : 'output';
  const passages = passagesOf(draft).filter(({ text }) => text.trim() !== '');
  return {
    requestId: 'playground',
    bot: draft.bot.trim() || emptyDraft.bot,
    stage,
    conversation: {
      id: 'playground',
      turn: draft.earlier.trim() === '' ? 0 : 1,
      channel: draft.channel,
      locale: draft.locale,
      ...(draft.jurisdiction === '' ? {} : { jurisdiction: draft.jurisdiction }),
    },
    customer: { ref: 'playground' },
    messages: [
      ...(draft.earlier.trim() === '' ? [] : [{ role: 'assistant' as const, content: draft.earlier }]),
      ...(draft.question.trim() === '' ? [] : [{ role: 'user' as const, content: draft.question }]),
    ],
    ...(stage === 'output' ? { response: { content: draft.answer } } : {}),
    ...(passages.length === 0 ? {} : { context: { passages: passages.map(asSent) } }),
  };
}

function asSent({ text, score, validTo }: PassageFields, index: number): ExchangePassage {
  const number = Number(score.replace(',', '.'));
  return {
    id: `passage-${index + 1}`,
    text,
    score: score.trim() === '' || Number.isNaN(number) ? 0.9 : Math.min(1, Math.max(0, number)),
    ...(validTo === '' ? {} : { validTo }),
  };
}

/** A text of an exchange, and what a person calls it. */
export interface NamedText {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** The texts in which findings can stand, in the order in which they are read. */
export function textsOf({ messages, response, context }: Exchange): readonly NamedText[] {
  return [
    ...messages.map(({ role, content }, index) => ({
      path: `messages[${index}].content`,
      name: role === 'user' ? 'Question' : 'Earlier answer',
      text: content,
    })),
    ...(response === undefined ? [] : [{ path: 'response.content', name: 'Answer', text: response.content }]),
    ...(context?.passages ?? []).map(({ text }, index) => ({
      path: `passages[${index}].text`,
      name: `Passage ${index + 1}`,
      text,
    })),
  ];
}

/** The text that the decision is about. */
export function subjectOf({ stage, messages, response }: Exchange): string {
  return stage === 'output' ? (response?.content ?? '') : (messages.at(-1)?.content ?? '');
}
