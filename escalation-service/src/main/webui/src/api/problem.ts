import type { Message, Person } from './types.ts';

/** An RFC 9457 problem document as the services send it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: { pointer: string; detail: string }[];
  owner?: Person;
  missing?: Message[];
}

/** A refusal by the service. `kind` is the last segment of the problem's type URI, which is stable. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  get kind(): string {
    return this.problem.type.split(/[/#:]/).at(-1) ?? '';
  }

  get status(): number {
    return this.problem.status;
  }
}

/** The service could not be reached at all: nothing is known about whether the call took effect. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('The service cannot be reached.', { cause });
    this.name = 'UnreachableError';
  }
}

/** The session is over; the page is about to go to the login. */
export class SignedOutError extends Error {
  constructor() {
    super('You are signed out.');
    this.name = 'SignedOutError';
  }
}

/** Reads a problem from an answer, also from one that a proxy wrote and that is no problem document. */
export async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
  };
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) {
    return fallback;
  }
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...fallback, ...body } : fallback;
  } catch {
    return fallback;
  }
}

/** What to tell the person in front of the screen. */
export function explain(error: unknown): string {
  if (error instanceof ProblemError) {
    const fields = error.problem.errors?.map((each) => each.detail).join(' ');
    return fields ? `${error.message} ${fields}` : error.message;
  }
  return error instanceof Error ? error.message : String(error);
}

export function isKind(error: unknown, kind: string): error is ProblemError {
  return error instanceof ProblemError && error.kind === kind;
}
