import type { CaseEvent } from '../api/types.ts';
import { type Cursor, isNews, parseEvent, streamUrl } from './feed.ts';
import { silenceMillis } from './connection.ts';

/** What the live feed tells its listener; the same whether it comes from the network or from another tab. */
export type Bulletin =
  | { kind: 'opened'; resumed: boolean }
  | { kind: 'heartbeat' }
  | { kind: 'event'; event: CaseEvent }
  | { kind: 'resync' }
  | { kind: 'lost' }
  | { kind: 'refused' };

export type Listener = (bulletin: Bulletin) => void;

const slowestRetryMillis = 15_000;

/**
 * The server-sent event stream. While the browser retries by itself it repeats `Last-Event-ID`; where it gives up (an HTTP error)
 * or the line stays silent, a new stream is opened after the cursor. Nothing between is lost: the server replays.
 */
export class LiveStream {
  private source: EventSource | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;
  private failures = 0;
  private heardAt = Date.now();
  private readonly listener: Listener;
  cursor: Cursor;

  constructor(listener: Listener, cursor: Cursor = null) {
    this.listener = listener;
    this.cursor = cursor;
  }

  start(): void {
    this.open();
    this.watch = setInterval(() => this.check(), 1_000);
  }

  stop(): void {
    clearInterval(this.watch);
    this.close();
  }

  /** Opens the stream anew if it is silent or closed; called each second and when the page comes back to the front. */
  check(): void {
    const silent = Date.now() - this.heardAt > silenceMillis;
    if (silent) {
      this.listener({ kind: 'lost' });
      this.open();
    }
  }

  /** Does not wait for the back-off, because the browser just said that there is a network again. */
  hurry(): void {
    if (this.source?.readyState !== EventSource.OPEN) {
      this.open();
    }
  }

  private open(): void {
    this.close();
    this.heardAt = Date.now();
    const resumed = this.cursor !== null;
    const source = new EventSource(streamUrl(this.cursor), { withCredentials: true });
    this.source = source;
    source.addEventListener('open', () => {
      this.failures = 0;
      this.hear({ kind: 'opened', resumed: resumed || this.cursor !== null });
    });
    source.addEventListener('heartbeat', (message) => this.beat(message as MessageEvent<string>));
    source.addEventListener('resync', (message) => this.resync(message as MessageEvent<string>));
    source.addEventListener('case', (message) => this.receive(message as MessageEvent<string>));
    source.addEventListener('error', () => this.fail(source));
  }

  private close(): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  private hear(bulletin: Bulletin): void {
    this.heardAt = Date.now();
    this.listener(bulletin);
  }

  private receive(message: MessageEvent<string>): void {
    const event = parseEvent(message.data);
    if (event !== null && isNews(this.cursor, event)) {
      this.cursor = event.feedSeq;
      this.hear({ kind: 'event', event });
    }
  }

  /** The id of a heartbeat is the server's position: everything before it was delivered. */
  private beat(message: MessageEvent<string>): void {
    this.cursor = positionOf(message) ?? this.cursor;
    this.hear({ kind: 'heartbeat' });
  }

  /** The cursor is older than what the server keeps: go on from where the server is now. */
  private resync(message: MessageEvent<string>): void {
    this.cursor = positionOf(message);
    this.hear({ kind: 'resync' });
  }

  private fail(source: EventSource): void {
    if (source !== this.source) {
      return;
    }
    this.listener({ kind: 'lost' });
    if (source.readyState === EventSource.CLOSED) {
      this.listener({ kind: 'refused' });
      const wait = Math.min(slowestRetryMillis, 1_000 * 2 ** this.failures) * (0.5 + Math.random() / 2);
      this.failures += 1;
      this.retry = setTimeout(() => this.open(), wait);
    }
  }
}

function positionOf({ lastEventId }: MessageEvent): Cursor {
  const position = Number(lastEventId);
  return lastEventId !== '' && Number.isFinite(position) ? position : null;
}
