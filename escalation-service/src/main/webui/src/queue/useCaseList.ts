import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { keys, listCases } from '../api/cases.ts';
import type { CaseSummary, Counts, ListState } from '../api/types.ts';
import { type Shown, begin, merge, showAll, sweep } from './arrivals.ts';

const pageSize = 50;
const none: readonly CaseSummary[] = [];

export interface CaseListModel {
  readonly shown: Shown;
  readonly counts: Counts | null;
  readonly status: 'loading' | 'failed' | 'ready';
  readonly error: Error | null;
  /** When the list was last known to be true; for saying how old it may be. */
  readonly readAt: number;
  readonly refreshing: boolean;
  readonly hasMore: boolean;
  loadMore(): void;
  retry(): void;
  showNew(): void;
  sweepDeparted(): void;
}

/** The list of one view: pages read so far, kept true by the live feed, and shown without moving rows. */
export function useCaseList(state: ListState): CaseListModel {
  const query = useInfiniteQuery({
    queryKey: keys.list(state),
    queryFn: ({ pageParam, signal }) => listCases(state, pageParam, pageSize, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const pages = query.data?.pages;
  const fresh = useMemo(() => pages?.flatMap((page) => page.items) ?? none, [pages]);
  const { shown, change } = useShown(state, fresh, pages?.length ?? 0);
  return {
    shown,
    counts: pages?.[0]?.counts ?? null,
    status: query.isPending ? 'loading' : query.data === undefined ? 'failed' : 'ready',
    error: query.error,
    readAt: query.dataUpdatedAt,
    refreshing: query.isFetching,
    hasMore: query.hasNextPage,
    loadMore: () => void (query.isFetching ? undefined : query.fetchNextPage()),
    retry: () => void query.refetch(),
    showNew: useCallback(() => change(showAll), [change]),
    sweepDeparted: useCallback(() => change(sweep), [change]),
  };
}

interface Held {
  readonly state: ListState;
  readonly fresh: readonly CaseSummary[];
  readonly pages: number;
  readonly shown: Shown;
}

/** Keeps what is shown apart from what was read; taken in while rendering, so that no frame shows the two mixed. */
function useShown(state: ListState, fresh: readonly CaseSummary[], pages: number) {
  const [held, setHeld] = useState<Held>(() => ({ state, fresh, pages, shown: begin(fresh) }));
  let current = held;
  if (held.state !== state || held.pages === 0) {
    current = held.fresh === fresh && held.state === state ? held : { state, fresh, pages, shown: begin(fresh) };
  } else if (held.fresh !== fresh) {
    current = { state, fresh, pages, shown: merge(held.shown, fresh, pages > held.pages) };
  }
  if (current !== held) {
    setHeld(current);
  }
  const change = useCallback(
    (edit: (shown: Shown) => Shown) => setHeld((before) => ({ ...before, shown: edit(before.shown) })),
    [],
  );
  return { shown: current.shown, change };
}
