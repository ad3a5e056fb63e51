import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEventSource } from '../testing/FakeEventSource.ts';
import { type Bulletin, LiveStream } from './stream.ts';

let heard: Bulletin[];
let stream: LiveStream;

const kinds = () => heard.map((bulletin) => bulletin.kind).join(' ');
const event = (feedSeq: number) => ({ feedSeq, caseId: 'a', type: 'claimed', version: feedSeq });

beforeEach(() => {
  vi.useFakeTimers();
  FakeEventSource.install();
  heard = [];
  stream = new LiveStream((bulletin) => heard.push(bulletin));
  stream.start();
});

afterEach(() => {
  stream.stop();
  vi.useRealTimers();
});

describe('the live stream', () => {
  it('begins now and says that nothing was resumed', () => {
    FakeEventSource.last().open();

    expect(FakeEventSource.last().url).toBe('/v1/stream');
    expect(heard).toEqual([{ kind: 'opened', resumed: false }]);
  });

  it('passes every event on once, also when the server repeats it', () => {
    FakeEventSource.last().open();
    FakeEventSource.last().send('case', event(1));
    FakeEventSource.last().send('case', event(2));
    FakeEventSource.last().send('case', event(1));

    expect(kinds()).toBe('opened event event');
  });

  it('opens anew after the cursor when the line stays silent', () => {
    FakeEventSource.last().open();
    FakeEventSource.last().send('case', event(8));

    vi.advanceTimersByTime(34_000);
    expect(FakeEventSource.all).toHaveLength(1);
    vi.advanceTimersByTime(3_000);

    expect(FakeEventSource.all).toHaveLength(2);
    expect(FakeEventSource.all[0]?.readyState).toBe(EventSource.CLOSED);
    expect(FakeEventSource.last().url).toBe('/v1/stream?cursor=8');
  });

  it('stays on a line that only sends heartbeats', () => {
    FakeEventSource.last().open();
    for (let beat = 0; beat < 8; beat++) {
      vi.advanceTimersByTime(15_000);
      FakeEventSource.last().send('heartbeat', {});
    }

    expect(FakeEventSource.all).toHaveLength(1);
  });

  it('knows from a heartbeat where it stands, also before anything happened', () => {
    FakeEventSource.last().open();
    FakeEventSource.last().send('heartbeat', {}, '41');
    FakeEventSource.last().refuse();
    vi.advanceTimersByTime(1_000);
    FakeEventSource.last().open();

    expect(FakeEventSource.last().url).toBe('/v1/stream?cursor=41');
    expect(heard.at(-1)).toEqual({ kind: 'opened', resumed: true });
  });

  it('tries again by itself when the server refuses, and says so', () => {
    FakeEventSource.last().open();
    FakeEventSource.last().send('case', event(3));
    FakeEventSource.last().refuse();

    expect(kinds()).toBe('opened event lost refused');
    vi.advanceTimersByTime(1_000);
    expect(FakeEventSource.last().url).toBe('/v1/stream?cursor=3');
  });

  it('leaves a retry that the browser makes to the browser', () => {
    FakeEventSource.last().open();
    FakeEventSource.last().interrupt();
    vi.advanceTimersByTime(10_000);

    expect(kinds()).toBe('opened lost');
    expect(FakeEventSource.all).toHaveLength(1);
  });

  it('goes on from the position that a resync names', () => {
    FakeEventSource.last().open();
    FakeEventSource.last().send('case', event(3));
    FakeEventSource.last().send('resync', {}, '900');
    FakeEventSource.last().send('case', event(901));

    expect(kinds()).toBe('opened event resync event');
    expect(stream.cursor).toBe(901);
  });

  it('is silent for good when it is stopped', () => {
    const source = FakeEventSource.last();
    stream.stop();
    vi.advanceTimersByTime(120_000);

    expect(source.readyState).toBe(EventSource.CLOSED);
    expect(FakeEventSource.all).toHaveLength(1);
  });
});
