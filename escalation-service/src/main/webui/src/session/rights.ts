import type { Session } from '../api/types.ts';

/** What the services let each role do. The services decide; this only keeps the console from offering what they refuse. */
const rights = {
  readCases: ['agent', 'lead', 'reviewer', 'compliance', 'auditor'],
  tryPolicies: ['policy-author', 'policy-approver', 'compliance', 'reviewer', 'lead'],
  readPolicies: ['policy-author', 'policy-approver', 'compliance', 'reviewer', 'lead', 'auditor'],
  readFigures: ['policy-author', 'policy-approver', 'compliance', 'reviewer', 'lead', 'auditor'],
} as const satisfies Record<string, readonly string[]>;

export type Right = keyof typeof rights;

export function may(session: Session, right: Right): boolean {
  return rights[right].some((role: string) => session.roles.includes(role));
}

/** The pages in the order of the navigation, with what one needs to see them. */
export const pages = [
  { path: '/queue', name: 'Queue', right: 'readCases' },
  { path: '/policy/playground', name: 'Playground', right: 'tryPolicies' },
  { path: '/policy', name: 'Policy', right: 'readPolicies' },
  { path: '/decisions', name: 'Decisions', right: 'readFigures' },
] as const satisfies readonly { path: string; name: string; right: Right }[];

export function pagesOf(session: Session): readonly (typeof pages)[number][] {
  return pages.filter(({ right }) => may(session, right));
}

/** Where somebody begins: those who write policies at the policy, everybody else at the first page that they may see. */
export function homeOf(session: Session): string {
  return pagesOf(session)[0]?.path ?? '/queue';
}
