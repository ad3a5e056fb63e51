import type { CaseDetail, CasePage, CaseSummary, Message, Session, Trigger } from '../api/types.ts';

export const alice: Session = { subject: 'alice', name: 'Alice Berger', roles: ['agent'], tenant: 'acme' };

export function summary(id: string, changes: Partial<CaseSummary> = {}): CaseSummary {
  return {
    id,
    conversationId: `conversation-${id}`,
    customerRef: `CUST-${id}`,
    channel: 'chat',
    locale: 'en',
    queue: 'tier1',
    priority: 'P2',
    state: 'queued',
    reasonCodes: ['HUMAN_REQUESTED'],
    headline: 'The customer asks for a person.',
    lastCustomerWords: 'I want to talk to somebody.',
    openedAt: '2026-11-23T06:00:00Z',
    owner: null,
    version: 1,
    ...changes,
  };
}

export function message(sequence: number, changes: Partial<Message> = {}): Message {
  return {
    sequence,
    speaker: 'customer',
    author: null,
    content: `words ${sequence}`,
    at: '2026-11-23T06:00:00Z',
    decisionId: null,
    ...changes,
  };
}

export function trigger(changes: Partial<Trigger> = {}): Trigger {
  return {
    rule: 'HUM-01',
    check: 'handover',
    message: 'The customer asks for a person.',
    reasonCode: 'HUMAN_REQUESTED',
    condition: 'checks.handover.requested',
    scorePerMille: 970,
    thresholdPerMille: 600,
    inputs: { 'checks.handover.requested': 'true' },
    findings: [],
    decisionId: 'decision-1',
    policy: { id: 'baseline', version: 4, digest: 'sha256:6f1d0c4b9a7e52d8' },
    ...changes,
  };
}

export function detail(id: string, changes: Partial<CaseDetail> = {}): CaseDetail {
  return {
    ...summary(id),
    why: [trigger()],
    transcript: [message(1), message(2, { speaker: 'bot', content: 'A colleague will help you.' })],
    passages: [],
    steps: [],
    resolution: null,
    activity: [],
    floor: { holder: 'held', agent: null, epoch: 1 },
    ...changes,
  };
}

/** A case that Alice owns. */
export function mine(id: string, changes: Partial<CaseDetail> = {}): CaseDetail {
  return detail(id, {
    state: 'active',
    owner: { subject: 'alice', name: 'Alice Berger' },
    floor: { holder: 'human', agent: 'Alice Berger', epoch: 2 },
    ...changes,
  });
}

export function page(items: CaseSummary[], next: string | null = null): CasePage {
  return { items, next, counts: { queued: items.length, mine: 0, open: items.length, resolved: 0 } };
}
