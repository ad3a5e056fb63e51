import { describe, expect, it } from 'vitest';
import type { Session } from '../api/types.ts';
import { homeOf, pagesOf } from './rights.ts';

const as = (...roles: string[]): Session => ({ subject: 's', name: 'N', roles, tenant: 'acme' });

describe('the navigation', () => {
  it.each([
    ['agent', ['Queue']],
    ['policy-author', ['Playground', 'Policy', 'Decisions']],
    ['policy-approver', ['Playground', 'Policy', 'Decisions']],
    ['compliance', ['Queue', 'Playground', 'Policy', 'Decisions']],
    ['lead', ['Queue', 'Playground', 'Policy', 'Decisions']],
    ['auditor', ['Queue', 'Policy', 'Decisions']],
    ['bias-operator', []],
  ])('of %s has what that role may see', (role, names) => {
    expect(pagesOf(as(role)).map(({ name }) => name)).toEqual(names);
  });

  it('begins where somebody has something to do', () => {
    expect(homeOf(as('agent'))).toBe('/queue');
    expect(homeOf(as('policy-author'))).toBe('/policy/playground');
  });
});
