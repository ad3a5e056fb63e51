import type { ServerResponse } from 'node:http';
import type { CaseEvent } from '../../src/api/types.ts';

const heartbeatMillis = 15_000;

/** The pretended feed of case events, with replay after a cursor. */
export class Feed {
  /** The line stays open but says nothing any more, as behind a proxy that lost its upstream. */
  silent = false;
  private readonly events: CaseEvent[] = [];
  private readonly listeners = new Set<ServerResponse>();

  constructor() {
    setInterval(() => this.tell(heartbeat(this.events.length)), heartbeatMillis).unref();
  }

  subscribe(response: ServerResponse, cursor: number | null): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.write(`retry: 2000\n${heartbeat(cursor ?? this.events.length)}`);
    if (cursor !== null) {
      this.events.filter((event) => event.feedSeq > cursor).forEach((event) => response.write(asText(event)));
    }
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  }

  publish(caseId: string, type: string, version: number): void {
    const event = { feedSeq: this.events.length + 1, caseId, type, version };
    this.events.push(event);
    this.tell(asText(event));
  }

  disconnect(): void {
    this.listeners.forEach((listener) => listener.destroy());
  }

  private tell(text: string): void {
    if (!this.silent) {
      this.listeners.forEach((listener) => listener.write(text));
    }
  }
}

function asText(event: CaseEvent): string {
  return `id: ${event.feedSeq}\nevent: case\ndata: ${JSON.stringify(event)}\n\n`;
}

/** Its id is the position up to which the reader has heard everything. */
function heartbeat(position: number): string {
  return `id: ${position}\nevent: heartbeat\ndata: {}\n\n`;
}
