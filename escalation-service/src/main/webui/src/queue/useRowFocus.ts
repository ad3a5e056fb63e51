import { type RefObject, useEffect, useRef } from 'react';
import type { Row } from './arrivals.ts';

/**
 * Moves the focus along the rows. The focused case, not the focused place, is remembered: when the list is shown anew the focus stays
 * with the same customer.
 */
export function useRowFocus(scroller: RefObject<HTMLElement | null>, rows: readonly Row[], currentId: string | undefined) {
  const wanted = useRef<number | null>(null);

  // After every rendering, because the wanted row may only now have come into being.
  useEffect(() => {
    if (wanted.current !== null && focusRow(scroller.current, wanted.current)) {
      wanted.current = null;
    }
  });

  const focusedId = () => document.activeElement?.closest('li')?.querySelector('[data-case]')?.getAttribute('data-case') ?? undefined;
  const within = () => scroller.current?.contains(document.activeElement) ?? false;
  const index = () => {
    const id = within() ? focusedId() : undefined;
    return id === undefined ? -1 : rows.findIndex((row) => row.summary.id === id);
  };
  const want = (place: number) => {
    wanted.current = focusRow(scroller.current, place) ? null : place;
    return place;
  };

  return {
    index,
    caseId: () => (within() ? focusedId() : undefined),
    /** The first row of the list that is about to be shown. */
    firstOfNext: () => {
      wanted.current = 0;
    },
    open: () => scroller.current?.querySelector<HTMLElement>(`[data-case="${CSS.escape(focusedId() ?? '')}"]`)?.click(),
    /** The place `by` rows further; from the open case when the focus is elsewhere. */
    step: (by: number) => {
      const focused = index();
      const from = focused >= 0 ? focused : rows.findIndex((row) => row.summary.id === currentId);
      const place = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by));
      return want(place);
    },
  };
}

function focusRow(scroller: HTMLElement | null, place: number): boolean {
  const link = scroller?.querySelector<HTMLElement>(`[data-index="${place}"] [data-case]`);
  link?.focus({ preventScroll: true });
  return link !== null && link !== undefined;
}
