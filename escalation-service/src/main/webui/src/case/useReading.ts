import { useCallback, useEffect, useRef, useState } from 'react';
import type { Message } from '../api/types.ts';

const flashMillis = 1_800;

/**
 * Where in the conversation the reader is. At its end, new messages scroll into view by themselves; anywhere else nothing moves and
 * they are counted.
 */
export function useReading(transcript: readonly Message[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const last = transcript.at(-1)?.sequence ?? 0;
  const [below, setBelow] = useState(false);
  const [readUpTo, setReadUpTo] = useState(last);
  const following = useRef(false);
  const toLatest = useCallback(() => end.current?.scrollIntoView({ block: 'end' }), []);

  useEffect(() => {
    const target = end.current;
    if (target === null || typeof IntersectionObserver !== 'function') {
      return undefined;
    }
    const observer = new IntersectionObserver(
      ([entry]) => {
        following.current = entry?.isIntersecting ?? false;
        setBelow(!following.current);
      },
      { root: scroller.current, rootMargin: '40px' },
    );
    observer.observe(target);
    // The composer grows and shrinks below the conversation; who reads the end goes on reading the end.
    const resizing = new ResizeObserver(() => following.current && toLatest());
    if (scroller.current !== null) {
      resizing.observe(scroller.current);
    }
    return () => {
      observer.disconnect();
      resizing.disconnect();
    };
  }, [toLatest]);

  useEffect(() => {
    if (following.current) {
      toLatest();
    }
  }, [last, toLatest]);

  // At the end everything is read; taken in while rendering, because it follows from what is already known.
  if (!below && readUpTo !== last) {
    setReadUpTo(last);
  }

  return {
    scroller,
    end,
    below,
    unread: transcript.filter((message) => message.sequence > readUpTo).length,
    toLatest,
    /** Brings a finding into view and lets it light up for a moment. */
    toSpan: useCallback((id: string) => {
      const mark = document.getElementById(id)?.closest<HTMLElement>('mark');
      if (mark) {
        mark.scrollIntoView({ block: 'center' });
        mark.tabIndex = -1;
        mark.focus({ preventScroll: true });
        mark.dataset['flash'] = 'true';
        setTimeout(() => delete mark.dataset['flash'], flashMillis);
      }
    }, []),
  };
}
