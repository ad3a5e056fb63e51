import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useSession } from '../session/SessionProvider.tsx';
import { useNow } from '../shared/useNow.ts';
import { useShortcut } from '../shortcuts/ShortcutProvider.tsx';
import { ArrivalsButton } from './ArrivalsButton.tsx';
import { CaseRow } from './CaseRow.tsx';
import { useRowFocus } from './useRowFocus.ts';
import type { CaseListModel } from './useCaseList.ts';
import type { View } from './views.ts';
import './rows.css';

const rowHeight = 64;
/** The next page is fetched when this many rows are left below the screen. */
const readAhead = 10;

interface Props {
  list: CaseListModel;
  view: View;
  /** The case that is open beside the list. */
  currentId?: string | undefined;
  /** The case that one comes back from; the focus returns to its row. */
  cameFrom?: string | undefined;
  claim?: (id: string) => void;
}

/** The rows of one view, of which only those on the screen exist. While pointer or focus is inside, no row moves. */
export function CaseList({ list, view, currentId, cameFrom, claim }: Props) {
  const { rows, waiting } = list.shown;
  const scroller = useRef<HTMLDivElement>(null);
  const [engaged, setEngaged] = useState(false);
  const focus = useRowFocus(scroller, rows, currentId);
  const now = useNow(15_000);
  const me = useSession().subject;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.summary.id ?? index,
    overscan: 8,
    rangeExtractor: (range) => withFocused(defaultRangeExtractor(range), focus.index()),
  });

  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const { hasMore, loadMore, sweepDeparted } = list;
  useEffect(() => {
    if (hasMore && lastShown >= rows.length - readAhead) {
      loadMore();
    }
  }, [hasMore, loadMore, lastShown, rows.length]);
  useEffect(() => {
    if (!engaged) {
      sweepDeparted();
    }
  }, [engaged, rows, sweepDeparted]);

  const comeBack = useEffectEvent(() => {
    const place = rows.findIndex((row) => row.summary.id === cameFrom);
    if (place >= 0) {
      virtual.scrollToIndex(place);
      focus.want(cameFrom);
    }
  });
  useEffect(() => comeBack(), []);

  const move = (by: number) => {
    const index = focus.step(by);
    virtual.scrollToIndex(index);
  };
  const showNew = () => {
    list.showNew();
    virtual.scrollToIndex(0);
    focus.want(list.shown.fresh[0]?.id);
  };
  const claimFocused = () => {
    const id = focus.caseId();
    if (id !== undefined) {
      claim?.(id);
    }
  };
  useShortcut('next', () => move(1), rows.length > 0);
  useShortcut('previous', () => move(-1), rows.length > 0);
  useShortcut('open', () => focus.open());
  useShortcut('showNew', showNew, waiting.length > 0);
  useShortcut('claim', claimFocused, claim !== undefined);

  return (
    <div
      className="rows"
      data-claimable={claim !== undefined}
      onPointerEnter={() => setEngaged(true)}
      onPointerLeave={(event) => setEngaged(event.currentTarget.contains(document.activeElement))}
      onFocus={() => setEngaged(true)}
      onBlur={(event) => setEngaged(event.currentTarget.contains(event.relatedTarget) || event.currentTarget.matches(':hover'))}
    >
      <ArrivalsButton count={waiting.length} show={showNew} />
      <div className="rows__head" aria-hidden="true">
        <span>Priority</span>
        <span>Customer</span>
        <span>Why, and in the customer’s words</span>
        <span>Open for</span>
        <span>Owner</span>
      </div>
      <div className="rows__scroller" ref={scroller}>
        <ul aria-label={`${view.label} cases`} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <li
                  key={item.key}
                  data-index={item.index}
                  aria-setsize={hasMore ? -1 : rows.length}
                  aria-posinset={item.index + 1}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <CaseRow
                    row={row}
                    view={view}
                    me={me}
                    now={now}
                    current={row.summary.id === currentId}
                    {...(claim ? { claim } : {})}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** The row with the focus stays in the page while it is scrolled away; otherwise the focus would fall back to the top. */
function withFocused(range: number[], focused: number): number[] {
  return focused < 0 || range.includes(focused) ? range : [...range, focused].toSorted((one, other) => one - other);
}
