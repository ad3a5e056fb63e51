import type { CaseDetail, Finding, Message, Passage, Person, Priority, Speaker, Trigger } from '../../src/api/types.ts';
import { scripts, type Script } from './scripts.ts';

const policy = { id: 'baseline', version: 4, digest: 'sha256:6f1d0c4b9a7e52d83b60f1c2a94e7d15c8b3a6f0e29d4718b5c3e0f7a2d96b41' };

/** The cases that the pretended service starts with. */
export function sampleCases(me: Person, colleague: Person): CaseDetail[] {
  return scripts.map((script, index) => {
    const detail = caseOf(script, index);
    if (index === 1) {
      return owned(detail, me);
    }
    if (index === 4) {
      return owned(detail, colleague);
    }
    return index === 7 ? resolved(owned(detail, colleague), colleague) : detail;
  });
}

/** A case that comes in now, more urgent than most. */
export function arrival(index: number): CaseDetail {
  const script = scripts[index % scripts.length] ?? scripts[0];
  return {
    ...caseOf({ ...script, customerRef: `CUST-${70_000 + index}`, priority: 'P1', minutesAgo: 0 }, index),
    id: crypto.randomUUID(),
  };
}

export function filler(count: number): CaseDetail[] {
  return Array.from({ length: count }, (_, index) => {
    const script = scripts[index % scripts.length] ?? scripts[0];
    const priority: Priority = index % 9 === 0 ? 'P2' : index % 3 === 0 ? 'P4' : 'P3';
    return caseOf({ ...script, customerRef: `CUST-${10_000 + index}`, priority, minutesAgo: 20 + index }, 100 + index);
  });
}

function caseOf(script: Script, index: number): CaseDetail {
  const openedAt = ago(script.minutesAgo);
  const decisionId = `0198c1d2-0000-7000-8000-${String(index).padStart(12, '0')}`;
  const transcript = script.said.map(
    ([speaker, content], place): Message => ({
      sequence: place + 1,
      speaker: speaker as Speaker,
      author: null,
      content,
      at: ago(script.minutesAgo + script.said.length - place - 1),
      decisionId: place >= script.said.length - 3 ? decisionId : null,
    }),
  );
  return {
    id: `0198c1d1-4f00-7000-8000-${String(index).padStart(12, '0')}`,
    conversationId: `conv-${4100 + index}`,
    customerRef: script.customerRef,
    channel: script.channel,
    locale: script.locale,
    queue: script.queue,
    priority: script.priority,
    state: 'queued',
    reasonCodes: script.rules.map((rule) => rule.reasonCode),
    headline: script.headline,
    lastCustomerWords: transcript.findLast((message) => message.speaker === 'customer')?.content ?? '',
    openedAt,
    owner: null,
    version: 1,
    why: script.rules.map(
      (rule): Trigger => ({
        ...rule,
        decisionId,
        policy,
        findings: rule.finds.flatMap((words) => finding(words, rule.check, transcript)),
      }),
    ),
    transcript,
    passages: script.passages.map(
      (passage, place): Passage => ({
        validFrom: null,
        validTo: null,
        cited: true,
        id: `${script.queue}-${place + 1}`,
        ...passage,
      }),
    ),
    steps: [],
    resolution: null,
    activity: [
      { at: openedAt, actor: 'Policy baseline', what: `opened the case in ${script.queue} with priority ${script.priority}` },
    ],
    floor: { holder: 'held', agent: null, epoch: 1 },
  };
}

/** Where the words are in the transcript; the service sends only the place. */
function finding(words: string, check: string, transcript: readonly Message[]): Finding[] {
  const message = transcript.findLast(({ content }) => content.includes(words));
  if (message === undefined) {
    return [];
  }
  const said = transcript.filter(({ speaker }) => speaker === 'customer' || speaker === 'bot');
  const path = message.speaker === 'customer' ? `messages[${said.indexOf(message)}].content` : 'response.content';
  const start = message.content.indexOf(words);
  return [{ category: check, path, start, end: start + words.length }];
}

function owned(detail: CaseDetail, owner: Person): CaseDetail {
  const activity = [...detail.activity, { at: ago(3), actor: owner.name, what: 'claimed the case' }];
  return {
    ...detail,
    owner,
    state: 'active',
    version: 3,
    activity,
    floor: { holder: 'human', agent: owner.name, epoch: 2 },
    steps: [
      {
        id: 'step-1',
        agent: owner.name,
        action: 'Looked up the account and its last two invoices',
        system: 'Billing',
        expected: 'One charge for March',
        observed: 'Two charges of 49.90 on 3 and 4 March',
        at: ago(2),
      },
    ],
  };
}

function resolved(detail: CaseDetail, owner: Person): CaseDetail {
  return {
    ...detail,
    state: 'resolved',
    floor: { holder: 'bot', agent: null, epoch: 3 },
    resolution: {
      rootCause: 'outdated-content',
      resolution: 'Explained the new cancellation terms and confirmed them by e-mail.',
      prevention: 'Withdraw the 2025 terms from the bot’s sources.',
      agent: owner.name,
      at: ago(1),
    },
  };
}

function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}
