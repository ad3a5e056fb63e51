import { type Bulletin, type Listener, LiveStream } from './stream.ts';
import type { Cursor } from './feed.ts';

type Note = { kind: 'bulletin'; bulletin: Bulletin } | { kind: 'hello' };

/**
 * One stream per browser, however many tabs are open: HTTP/1.1 allows about six connections to an origin, and the seventh tab would
 * hang. The tab that holds the lock has the stream and repeats it to the others; when it goes, the next one takes over at its own
 * cursor. Without Web Locks (a page not served from a secure origin) every tab has its own stream.
 */
export class SharedStream {
  private stream: LiveStream | null = null;
  private connected = false;
  private cursor: Cursor = null;
  private readonly channel: BroadcastChannel;
  private readonly end = new AbortController();
  private readonly name: string;
  private readonly listener: Listener;

  constructor(name: string, listener: Listener) {
    this.name = name;
    this.listener = listener;
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<Note>) => this.follow(data);
  }

  static supported(): boolean {
    return typeof BroadcastChannel === 'function' && 'locks' in navigator;
  }

  start(): void {
    this.channel.postMessage({ kind: 'hello' } satisfies Note);
    navigator.locks
      .request(this.name, { signal: this.end.signal }, () => this.lead())
      .catch((reason: unknown) => {
        if (!this.end.signal.aborted) {
          throw reason;
        }
      });
  }

  stop(): void {
    this.end.abort();
    this.stream?.stop();
    this.channel.close();
  }

  check(): void {
    this.stream?.check();
  }

  hurry(): void {
    this.stream?.hurry();
  }

  /** Holds the lock, and with it the stream, until this page goes. */
  private lead(): Promise<void> {
    if (this.end.signal.aborted) {
      return Promise.resolve();
    }
    this.stream = new LiveStream((bulletin) => {
      this.connected = bulletin.kind !== 'lost' && bulletin.kind !== 'refused';
      this.channel.postMessage({ kind: 'bulletin', bulletin } satisfies Note);
      this.listener(bulletin);
    }, this.cursor);
    this.stream.start();
    return new Promise((resolve) => this.end.signal.addEventListener('abort', () => resolve()));
  }

  private follow(note: Note): void {
    if (note.kind === 'hello') {
      if (this.stream !== null && this.connected) {
        this.channel.postMessage({ kind: 'bulletin', bulletin: { kind: 'opened', resumed: false } } satisfies Note);
      }
      return;
    }
    if (this.stream === null) {
      if (note.bulletin.kind === 'event') {
        this.cursor = note.bulletin.event.feedSeq;
      }
      this.listener(note.bulletin);
    }
  }
}
