import type { ReadCase } from '../api/cases.ts';
import type { Message, Speaker } from '../api/types.ts';
import { dayOf } from '../shared/time.ts';

/** Who speaks, in words; never by colour or side alone. */
export function speakerWords(speaker: Speaker, author: string | null): string {
  switch (speaker) {
    case 'customer':
      return 'Customer';
    case 'bot':
      return 'Bot';
    case 'withheld':
      return 'Bot (withheld)';
    case 'human':
      return author === null ? 'Human' : `Human: ${author}`;
  }
}

/**
 * What was said after the message that the author saw last; from the screen and from the service, each message once, in order.
 * What the customer never saw needs no answer.
 */
export function unseen(transcript: readonly Message[], reported: readonly Message[], seen: number): readonly Message[] {
  const all = new Map([...reported, ...transcript].map((message) => [message.sequence, message]));
  return [...all.values()]
    .filter((message) => message.sequence > seen && message.speaker !== 'withheld')
    .toSorted((one, other) => one.sequence - other.sequence);
}

/** The case with a message that was just accepted; the live feed brings the same one again. */
export function withMessage(read: ReadCase, message: Message): ReadCase {
  if (read.detail.transcript.some(({ sequence }) => sequence === message.sequence)) {
    return read;
  }
  return { ...read, detail: { ...read.detail, transcript: [...read.detail.transcript, message] } };
}

/** The message, and the day before it if it is the first of that day. */
export interface Entry {
  readonly message: Message;
  readonly day: string | null;
}

export function byDay(transcript: readonly Message[]): readonly Entry[] {
  return transcript.map((message, index) => {
    const before = transcript[index - 1];
    const day = dayOf(message.at);
    return { message, day: before !== undefined && dayOf(before.at) === day ? null : day };
  });
}
