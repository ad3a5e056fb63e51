import type { ServerResponse } from 'node:http';
import type {
  CaseDetail,
  CasePage,
  CaseSummary,
  Counts,
  ListState,
  Message,
  Person,
  ReplyDraft,
  ResolutionDraft,
  Session,
  Step,
  StepDraft,
} from '../../src/api/types.ts';
import { Feed } from './feed.ts';
import { arrival, filler, sampleCases } from './samples.ts';

export class MockProblem extends Error {
  readonly status: number;
  private readonly kind: string;
  private readonly extensions: object;

  constructor(status: number, kind: string, detail: string, extensions: object = {}) {
    super(detail);
    this.status = status;
    this.kind = kind;
    this.extensions = extensions;
  }

  body(): object {
    return {
      type: `https://surety.dev/problems/${this.kind}`,
      title: this.kind,
      status: this.status,
      detail: this.message,
      ...this.extensions,
    };
  }
}

const alice: Person = { subject: 'alice', name: 'Alice Berger' };
const amir: Person = { subject: 'amir', name: 'Amir Haddad' };

/** The state of the pretended service; one agent, Alice, looks at it, and Amir is the colleague who gets in the way. */
export class MockService {
  expired = false;
  private failing = false;
  private roles = ['agent'];
  private cases: CaseDetail[] = sampleCases(alice, amir);
  private readonly feed = new Feed();
  private readonly sent = new Map<string, Message>();

  /** Fails as the present condition says: out of order, or logged out. */
  checkUp(): void {
    if (this.expired) {
      throw new MockProblem(401, 'unauthenticated', 'You are not logged in.');
    }
    if (this.failing) {
      throw new MockProblem(503, 'unavailable', 'The database is away; try again in a moment.');
    }
  }

  session(): Session {
    return { ...alice, roles: this.roles, tenant: 'acme' };
  }

  subscribe(response: ServerResponse, cursor: string | null): void {
    this.feed.subscribe(response, cursor === null ? null : Number(cursor));
  }

  list(state: ListState, cursor: string | null, limit: number): CasePage {
    const all = this.cases.filter((each) => isIn(state, each)).toSorted(byUrgency);
    const from = Number(cursor ?? 0);
    const items = all.slice(from, from + limit).map(summaryOf);
    return { items, next: from + limit < all.length ? String(from + limit) : null, counts: this.counts() };
  }

  detail(id: string): CaseDetail {
    const found = this.cases.find((each) => each.id === id);
    if (found === undefined) {
      throw new MockProblem(404, 'not-found', 'There is no such case.');
    }
    return found;
  }

  claim(id: string, who: Person = alice): CaseDetail {
    const { owner } = this.detail(id);
    if (owner !== null && owner.subject !== who.subject) {
      throw new MockProblem(409, 'already-claimed', `${owner.name} owns the case.`, { owner });
    }
    const floor = { holder: 'human' as const, agent: who.name, epoch: this.detail(id).floor.epoch + 1 };
    return this.change(id, 'claimed', { owner: who, state: 'claimed', floor }, who.name, 'claimed the case');
  }

  release(id: string): CaseDetail {
    const floor = { holder: 'held' as const, agent: null, epoch: this.detail(id).floor.epoch + 1 };
    return this.change(id, 'released', { owner: null, state: 'queued', floor }, alice.name, 'released the case');
  }

  reply(id: string, { clientMessageId, content, seenSequence }: ReplyDraft): Message {
    const before = this.sent.get(clientMessageId);
    if (before !== undefined) {
      return before;
    }
    const missing = this.detail(id).transcript.filter(
      (message) => message.sequence > seenSequence && message.speaker !== 'withheld',
    );
    if (missing.length > 0) {
      throw new MockProblem(409, 'context-changed', 'Something was said that you have not seen.', { missing });
    }
    if (this.detail(id).owner?.subject !== alice.subject) {
      throw new MockProblem(409, 'floor-lost', 'You no longer hold the floor of this conversation.');
    }
    const message = this.say(id, 'human', content, alice.name);
    this.sent.set(clientMessageId, message);
    return message;
  }

  step(id: string, draft: StepDraft): Step {
    const step: Step = {
      system: null,
      expected: null,
      observed: null,
      ...draft,
      id: crypto.randomUUID(),
      agent: alice.name,
      at: now(),
    };
    this.change(id, 'step-logged', { steps: [...this.detail(id).steps, step], state: 'active' }, alice.name, 'logged a step');
    return step;
  }

  resolve(id: string, draft: ResolutionDraft, ifMatch: string | undefined): CaseDetail {
    if (ifMatch !== `"${this.detail(id).version}"`) {
      throw new MockProblem(ifMatch === undefined ? 428 : 412, 'conflict', 'The case changed since you read it.');
    }
    const resolution = { prevention: null, ...draft, agent: alice.name, at: now() };
    const floor = { ...this.detail(id).floor, holder: 'bot' as const, agent: null };
    return this.change(id, 'resolved', { resolution, state: 'resolved', floor }, alice.name, 'resolved the case');
  }

  /** What others do, on request of a test: `POST /mock/arrive`, `/mock/say` … */
  control(name: string, body: Record<string, unknown>): object {
    const id = String(body['id'] ?? '');
    switch (name) {
      case 'arrive': {
        const fresh = arrival(this.cases.length);
        this.cases.push(fresh);
        this.feed.publish(fresh.id, 'opened', fresh.version);
        return { id: fresh.id };
      }
      case 'fill':
        this.cases.push(...filler(Number(body['count'] ?? 1000)));
        return {};
      case 'empty':
        this.cases = [];
        return {};
      case 'say':
        return this.say(id, 'customer', String(body['content']), null);
      case 'steal':
        this.cases = this.cases.map((each) => (each.id === id ? { ...each, owner: null } : each));
        return this.claim(id, amir);
      case 'quiet-steal':
        this.cases = this.cases.map((each) => (each.id === id ? { ...each, owner: amir, state: 'claimed' } : each));
        return {};
      case 'fail':
        this.failing = body['on'] === true;
        if (this.failing) {
          this.feed.disconnect();
        }
        return {};
      case 'drop':
        this.feed.disconnect();
        return {};
      case 'silence':
        this.feed.silent = body['on'] === true;
        return {};
      case 'expire':
        this.expired = true;
        return {};
      case 'roles':
        this.roles = body['roles'] as string[];
        return {};
      case 'reset':
        this.cases = sampleCases(alice, amir);
        this.failing = false;
        this.expired = false;
        this.roles = ['agent'];
        return {};
      default:
        throw new MockProblem(404, 'not-found', `There is no control named ${name}.`);
    }
  }

  private say(id: string, speaker: 'customer' | 'human', content: string, author: string | null): Message {
    const detail = this.detail(id);
    const sequence = (detail.transcript.at(-1)?.sequence ?? 0) + 1;
    const message: Message = { sequence, speaker, author, content, at: now(), decisionId: null };
    const words = speaker === 'customer' ? { lastCustomerWords: content } : { state: 'active' as const };
    this.change(
      id,
      'message',
      { transcript: [...detail.transcript, message], ...words },
      author ?? 'Customer',
      'wrote a message',
    );
    return message;
  }

  private change(id: string, type: string, patch: Partial<CaseDetail>, actor: string, what: string): CaseDetail {
    const before = this.detail(id);
    const activity = [...before.activity, { at: now(), actor, what }];
    const after: CaseDetail = { ...before, ...patch, activity, version: before.version + 1 };
    this.cases = this.cases.map((each) => (each.id === id ? after : each));
    this.feed.publish(id, type, after.version);
    return after;
  }

  private counts(): Counts {
    const of = (state: ListState) => this.cases.filter((each) => isIn(state, each)).length;
    return { queued: of('queued'), mine: of('mine'), open: of('open'), resolved: of('resolved') };
  }
}

function isIn(state: ListState, { state: actual, owner }: CaseSummary): boolean {
  switch (state) {
    case 'queued':
      return actual === 'queued';
    case 'mine':
      return actual !== 'resolved' && owner?.subject === alice.subject;
    case 'open':
      return actual !== 'resolved';
    case 'resolved':
      return actual === 'resolved';
  }
}

function byUrgency(one: CaseSummary, other: CaseSummary): number {
  return one.priority.localeCompare(other.priority) || one.openedAt.localeCompare(other.openedAt);
}

function summaryOf(detail: CaseDetail): CaseSummary {
  const { id, conversationId, customerRef, channel, locale, queue, priority, state, reasonCodes } = detail;
  const { headline, lastCustomerWords, openedAt, owner, version } = detail;
  return {
    id,
    conversationId,
    customerRef,
    channel,
    locale,
    queue,
    priority,
    state,
    reasonCodes,
    headline,
    lastCustomerWords,
    openedAt,
    owner,
    version,
  };
}

function now(): string {
  return new Date().toISOString();
}
