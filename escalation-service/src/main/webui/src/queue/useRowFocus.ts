import { type RefObject, useEffect, useRef } from 'react';
import type { Row } from './arrivals.ts';

/**
 * Moves the focus along the rows. The case, not its place, is what gets the focus: it may have to be rendered first, and the list may
 * be shown anew in between.
 */
export function useRowFocus(scroller: RefObject<HTMLElement | null>, rows: readonly Row[], currentId: string | undefined) {
  const wanted = useRef<string | undefined>(undefined);

  // After every rendering, because the wanted row may only now have come into being.
  useEffect(() => {
    if (wanted.current !== undefined && focusRow(scroller.current, wanted.current)) {
      wanted.current = undefined;
    }
  });

  const focusedId = () => {
    const active = document.activeElement;
    const row = scroller.current?.contains(active) ? active?.closest('li') : null;
    return row?.querySelector('[data-case]')?.getAttribute('data-case') ?? undefined;
  };
  const placeOf = (id: string | undefined) => rows.findIndex((row) => row.summary.id === id);
  const want = (id: string | undefined) => {
    wanted.current = id !== undefined && focusRow(scroller.current, id) ? undefined : id;
  };

  return {
    index: () => placeOf(focusedId()),
    caseId: focusedId,
    want,
    open: () => find(scroller.current, focusedId() ?? '')?.click(),
    /** The place `by` rows further; from the open case when the focus is elsewhere. */
    step: (by: number) => {
      const from = placeOf(focusedId() ?? currentId);
      const place = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by));
      want(rows[place]?.summary.id);
      return place;
    },
  };
}

function find(scroller: HTMLElement | null, id: string): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-case="${CSS.escape(id)}"]`) ?? null;
}

function focusRow(scroller: HTMLElement | null, id: string): boolean {
  const link = find(scroller, id);
  link?.focus({ preventScroll: true });
  return link !== null;
}
