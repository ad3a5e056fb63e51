import type { Finding, Message, Trigger } from '../api/types.ts';

/** A finding at its place in one message of the transcript. */
export interface Span {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly category: string;
}

/** A piece of a message: plain text or a citation such as `[2]`, inside none, one or several spans. */
export interface Piece {
  readonly text: string;
  /** Number of the passage that is cited, counted from one; null for plain text. */
  readonly citation: number | null;
  readonly spans: readonly Span[];
  /** Spans that begin with this piece; they are the ones to jump to. */
  readonly opens: readonly Span[];
}

/** The element that a finding is highlighted in. */
export function spanId(trigger: number, finding: number): string {
  return `finding-${trigger}-${finding}`;
}

/** Every finding of every trigger, by the sequence of the message that it points into. */
export function spansBySequence(
  triggers: readonly Trigger[],
  transcript: readonly Message[],
): ReadonlyMap<number, readonly Span[]> {
  const found = new Map<number, Span[]>();
  triggers.forEach((trigger, triggerIndex) =>
    trigger.findings.forEach((finding, findingIndex) => {
      const message = locate(trigger.decisionId, finding, transcript);
      if (message !== undefined) {
        const span = { ...finding, id: spanId(triggerIndex, findingIndex) };
        found.set(message.sequence, [...(found.get(message.sequence) ?? []), span]);
      }
    }),
  );
  return found;
}

/**
 * The message that a finding speaks of. `response.…` is what the bot wrote for this decision, in its original wording if that was
 * withheld. `messages[n].…` counts what customer and bot had said until then; where the bot sent only the end of the conversation the
 * count does not lead to a customer's words, and the customer's last ones are meant. Passages are no part of the conversation, and
 * offsets that do not fit point nowhere.
 */
export function locate(decisionId: string, finding: Finding, transcript: readonly Message[]): Message | undefined {
  const ofDecision = transcript.filter((message) => message.decisionId === decisionId);
  const candidates = finding.path.startsWith('response')
    ? [...ofDecision.filter(isSpeaker('withheld')), ...ofDecision.filter(isSpeaker('bot'))]
    : finding.path.startsWith('messages')
      ? customerMessages(finding.path, ofDecision, transcript)
      : [];
  return candidates.find((message) => 0 <= finding.start && finding.start < finding.end && finding.end <= message.content.length);
}

/** The number of the source that a finding speaks of, counted from one as in the Sources tab; null when it speaks of no source. */
export function sourceNumber(finding: Finding): number | null {
  const index = /^passages\[(\d+)\]/.exec(finding.path)?.[1];
  return index === undefined ? null : Number(index) + 1;
}

function customerMessages(path: string, ofDecision: readonly Message[], transcript: readonly Message[]): readonly Message[] {
  const until = ofDecision.at(-1)?.sequence ?? Infinity;
  const said = transcript.filter(
    (message) => message.sequence <= until && (message.speaker === 'customer' || message.speaker === 'bot'),
  );
  const counted = said.filter((_message, index) => path.startsWith(`messages[${index}]`));
  return [...counted, ...said.toReversed()].filter(isSpeaker('customer'));
}

function isSpeaker(speaker: Message['speaker']): (message: Message) => boolean {
  return (message) => message.speaker === speaker;
}

/** Cuts a message at every border of a span and of a citation. The pieces together are the message, unchanged. */
export function pieces(content: string, spans: readonly Span[], passages: number): readonly Piece[] {
  const citations = [...content.matchAll(/\[(\d{1,2})\]/g)]
    .map((found) => ({ start: found.index, end: found.index + found[0].length, number: Number(found[1]) }))
    .filter(({ number }) => 1 <= number && number <= passages);
  const borders = new Set([0, content.length, ...[...spans, ...citations].flatMap(({ start, end }) => [start, end])]);
  const cuts = [...borders].filter((cut) => cut >= 0 && cut <= content.length).toSorted((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? content.length;
    return {
      text: content.slice(start, end),
      citation: citations.find((citation) => citation.start === start && citation.end === end)?.number ?? null,
      spans: spans.filter((span) => span.start <= start && end <= span.end),
      opens: spans.filter((span) => span.start === start),
    };
  });
}
