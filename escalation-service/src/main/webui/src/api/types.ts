/** What the escalation service says on the wire (`/v1`). One file, so that the contract can be read in one place. */

export type Priority = 'P1' | 'P2' | 'P3' | 'P4';
export type CaseState = 'queued' | 'claimed' | 'active' | 'resolved';
export type ListState = 'queued' | 'mine' | 'open' | 'resolved';
export type Speaker = 'customer' | 'bot' | 'withheld' | 'human';

export interface Session {
  subject: string;
  name: string;
  roles: string[];
  tenant: string;
}

export interface Person {
  subject: string;
  name: string;
}

export interface CaseSummary {
  id: string;
  conversationId: string;
  customerRef: string;
  channel: string;
  locale: string;
  queue: string;
  priority: Priority;
  state: CaseState;
  reasonCodes: string[];
  headline: string;
  lastCustomerWords: string;
  openedAt: string;
  owner: Person | null;
  version: number;
}

export type Counts = Record<ListState, number>;

export interface CasePage {
  items: CaseSummary[];
  next: string | null;
  counts: Counts;
}

/** Where in a text a check found something: half-open, in UTF-16 units, never the text itself. */
export interface Finding {
  category: string;
  path: string;
  start: number;
  end: number;
}

/** One rule that asked for a human, with everything that it saw. */
export interface Trigger {
  rule: string;
  check: string | null;
  message: string;
  reasonCode: string | null;
  condition: string | null;
  scorePerMille: number | null;
  thresholdPerMille: number | null;
  inputs: Record<string, unknown>;
  findings: Finding[];
  decisionId: string;
  policy: PolicyReference;
}

export interface PolicyReference {
  id: string;
  version: number | string;
  digest: string;
}

export interface Message {
  sequence: number;
  speaker: Speaker;
  author: string | null;
  content: string;
  at: string;
  decisionId: string | null;
}

export interface Passage {
  id: string;
  text: string;
  scorePerMille: number | null;
  source: string | null;
  cited: boolean;
  validFrom: string | null;
  validTo: string | null;
}

export interface Step {
  id: string;
  agent: string;
  action: string;
  system: string | null;
  expected: string | null;
  observed: string | null;
  at: string;
}

export interface Resolution {
  rootCause: RootCause;
  resolution: string;
  prevention: string | null;
  agent: string;
  at: string;
}

export interface Activity {
  at: string;
  actor: string;
  what: string;
}

export interface Floor {
  holder: 'bot' | 'held' | 'human';
  agent: string | null;
  epoch: number;
}

export interface CaseDetail extends CaseSummary {
  why: Trigger[];
  transcript: Message[];
  passages: Passage[];
  steps: Step[];
  resolution: Resolution | null;
  activity: Activity[];
  floor: Floor;
}

export const rootCauses = [
  'knowledge-gap',
  'outdated-content',
  'wrong-answer',
  'policy-too-strict',
  'process',
  'customer-request',
  'other',
] as const;
export type RootCause = (typeof rootCauses)[number];

export interface ReplyDraft {
  clientMessageId: string;
  content: string;
  seenSequence: number;
}

export interface StepDraft {
  action: string;
  system?: string;
  expected?: string;
  observed?: string;
}

export interface ResolutionDraft {
  rootCause: RootCause;
  resolution: string;
  prevention?: string;
}

/** One line of the live feed: which case changed, and what its version is now. */
export interface CaseEvent {
  feedSeq: number;
  caseId: string;
  type: string;
  version: number;
}
