import { expect, it } from 'vitest';
import { ProblemError } from '../api/problem.ts';
import { summary } from '../testing/cases.ts';
import { claimNext } from './claimNext.ts';

const taken = () => new ProblemError({ type: 'https://surety.dev/problems/already-claimed', title: 'taken', status: 409 });

it('tries the case below when a colleague was first', async () => {
  const tried: string[] = [];

  const claimed = await claimNext([summary('a'), summary('b'), summary('c')], (id) => {
    tried.push(id);
    return id === 'b' ? Promise.resolve(id) : Promise.reject(taken());
  });

  expect(claimed).toBe('b');
  expect(tried).toEqual(['a', 'b']);
});

it('has nothing to say when every case is taken', async () => {
  expect(await claimNext([summary('a')], () => Promise.reject(taken()))).toBeNull();
});

it('does not go on after any other failure', async () => {
  const failing = claimNext([summary('a'), summary('b')], () => Promise.reject(new Error('no network')));

  await expect(failing).rejects.toThrow('no network');
});
