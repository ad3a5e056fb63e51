import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keys } from '../api/cases.ts';
import { detail } from '../testing/cases.ts';
import { Refresher } from './refresher.ts';

let client: QueryClient;
let refresher: Refresher;
let settled: number;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  client = new QueryClient();
  settled = 0;
  refresher = new Refresher(client, () => (settled += 1));
});

afterEach(() => {
  refresher.stop();
  vi.useRealTimers();
});

const event = (caseId: string, version: number) => ({ feedSeq: version, caseId, type: 'changed', version });
const isStale = (key: readonly string[]) => client.getQueryState(key)?.isInvalidated;

it('reads the open case again at once, and no other', () => {
  client.setQueryData(keys.detail('a'), { detail: detail('a', { version: 1 }), etag: '"1"' });
  client.setQueryData(keys.detail('b'), { detail: detail('b', { version: 5 }), etag: '"5"' });

  refresher.apply(event('a', 2));

  expect(isStale(keys.detail('a'))).toBe(true);
  expect(isStale(keys.detail('b'))).toBe(false);
});

it('does not read again what the answer to the own action already brought', () => {
  client.setQueryData(keys.detail('a'), { detail: detail('a', { version: 2 }), etag: '"2"' });

  refresher.apply(event('a', 2));

  expect(isStale(keys.detail('a'))).toBe(false);
});

it('reads the lists at once and then once a second, however many events come', () => {
  const invalidate = vi.spyOn(client, 'invalidateQueries');
  for (let version = 1; version <= 100; version++) {
    refresher.apply(event('elsewhere', version));
    vi.advanceTimersByTime(25);
  }

  // 100 events in 2.5 seconds: at 0 s, 1 s and 2 s.
  expect(invalidate).toHaveBeenCalledTimes(3);
});

it('is settled when nothing has come for a moment', () => {
  refresher.apply(event('a', 1));
  vi.advanceTimersByTime(300);
  refresher.apply(event('a', 2));
  vi.advanceTimersByTime(399);
  expect(settled).toBe(0);

  vi.advanceTimersByTime(1);
  expect(settled).toBe(1);
});
