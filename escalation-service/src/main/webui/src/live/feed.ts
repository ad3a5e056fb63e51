import type { CaseEvent } from '../api/types.ts';

/** How far this browser has followed the tenant's feed; null before anything was heard. */
export type Cursor = number | null;

/** What an event asks of the screen. */
export type Consequence = 'ignore' | 'refresh-lists' | 'reread-case';

/** Reads one event of the feed; null when it is not one, so that a newer server cannot break an older page. */
export function parseEvent(data: string): CaseEvent | null {
  try {
    const value = JSON.parse(data) as Partial<CaseEvent> | null;
    const { feedSeq, caseId, type, version } = value ?? {};
    return typeof feedSeq === 'number' && typeof caseId === 'string' && typeof version === 'number'
      ? { feedSeq, caseId, version, type: typeof type === 'string' ? type : '' }
      : null;
  } catch {
    return null;
  }
}

/** An event at or before the cursor was delivered already: replay after a reconnect may repeat, never skip. */
export function isNews(cursor: Cursor, event: CaseEvent): boolean {
  return cursor === null || event.feedSeq > cursor;
}

/**
 * Only a case that is on this screen (`have` is the version it shows) is read again, and only if the event is newer: the answer to
 * one's own claim usually arrives before the event about it. A gap between versions needs no replay, the whole case is read.
 */
export function consequence(event: CaseEvent, have: number | undefined): Consequence {
  if (have === undefined) {
    return 'refresh-lists';
  }
  return event.version > have ? 'reread-case' : 'refresh-lists';
}

/** Where the stream begins: after the cursor, or from now on. */
export function streamUrl(cursor: Cursor): string {
  return cursor === null ? '/v1/stream' : `/v1/stream?cursor=${cursor}`;
}
