import type { QueryClient } from '@tanstack/react-query';
import { type ReadCase, keys } from '../api/cases.ts';
import type { CaseEvent } from '../api/types.ts';
import { consequence } from './feed.ts';

/** Lists are read again at once, then at most this often, however many events arrive. */
const listSpacingMillis = 1_000;
/** A replay is over when nothing has arrived for this long and every read has been answered. */
const quietMillis = 400;

/** Turns events of the feed into reads: the changed case if it is on the screen, and the lists, with a bounded number of calls. */
export class Refresher {
  private readonly client: QueryClient;
  private readonly settled: () => void;
  private listsAt = 0;
  private lists: ReturnType<typeof setTimeout> | undefined;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(client: QueryClient, settled: () => void) {
    this.client = client;
    this.settled = settled;
  }

  apply(event: CaseEvent): void {
    const have = this.client.getQueryData<ReadCase>(keys.detail(event.caseId))?.detail.version;
    if (consequence(event, have) === 'reread-case') {
      void this.client.invalidateQueries({ queryKey: keys.detail(event.caseId) });
    }
    this.refreshLists();
    this.settle();
  }

  /** After a break without replay everything may have changed. What is shown stays until the answers are there. */
  everything(): void {
    void this.client.invalidateQueries({ queryKey: keys.lists });
    void this.client.invalidateQueries({ queryKey: keys.details });
    this.settle();
  }

  settle(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => (this.client.isFetching() > 0 ? this.settle() : this.settled()), quietMillis);
  }

  stop(): void {
    clearTimeout(this.lists);
    clearTimeout(this.quiet);
  }

  private refreshLists(): void {
    if (this.lists !== undefined) {
      return;
    }
    const wait = Math.max(0, this.listsAt + listSpacingMillis - Date.now());
    this.lists = setTimeout(() => {
      this.lists = undefined;
      this.listsAt = Date.now();
      void this.client.invalidateQueries({ queryKey: keys.lists });
    }, wait);
  }
}
