import { describe, expect, it } from 'vitest';
import { type Connection, type Signal, begin, label, mayBeMissing, next } from './connection.ts';

const after = (...signals: Signal[]): Connection => signals.reduce(next, begin(0));

describe('the connection pill', () => {
  it('is live once the stream is open', () => {
    expect(label(after({ kind: 'opened', at: 10 }), 10)).toBe('Live');
  });

  it('reconnects after 35 seconds of silence, counted from the last sign of life', () => {
    const heard = after({ kind: 'opened', at: 0 }, { kind: 'heartbeat', at: 15_000 });

    expect(label(next(heard, { kind: 'tick', at: 50_000 }), 50_000)).toBe('Live');
    expect(label(next(heard, { kind: 'tick', at: 50_001 }), 50_001)).toBe('Reconnecting (35 s)');
  });

  it('says how long it has been reconnecting, across repeated failures', () => {
    const lost = after({ kind: 'opened', at: 0 }, { kind: 'lost', at: 1_000 }, { kind: 'lost', at: 5_000 });

    expect(label(lost, 9_000)).toBe('Reconnecting (8 s)');
  });

  it('catches up after a break, counts the replayed events, and is live when all is read', () => {
    const replaying = after(
      { kind: 'lost', at: 0 },
      { kind: 'opened', at: 100 },
      { kind: 'event', at: 110 },
      { kind: 'event', at: 120 },
    );

    expect(label(replaying, 120)).toBe('Catching up (2)');
    expect(label(next(replaying, { kind: 'settled', at: 600 }), 600)).toBe('Live');
  });

  it('stays offline whatever the stream reports, until the browser is online again', () => {
    const offline = after({ kind: 'opened', at: 0 }, { kind: 'offline', at: 10 }, { kind: 'lost', at: 20 });

    expect(label(offline, 20)).toBe('Offline');
    expect(label(next(offline, { kind: 'online', at: 30 }), 30)).toBe('Reconnecting (0 s)');
  });

  it('warns of missing messages after 15 seconds without a connection, not before', () => {
    const lost = after({ kind: 'opened', at: 0 }, { kind: 'lost', at: 1_000 });

    expect(mayBeMissing(lost, 16_000)).toBe(false);
    expect(mayBeMissing(lost, 16_001)).toBe(true);
    expect(mayBeMissing(next(lost, { kind: 'opened', at: 17_000 }), 60_000)).toBe(false);
  });
});
