import { type ReactNode, createContext, useCallback, useContext, useRef, useState } from 'react';

const AnnounceContext = createContext<(words: string) => void>(() => undefined);

/** Says something to a screen reader, politely. Only for what the person just did, or for the case that is open. */
export function useAnnounce(): (words: string) => void {
  return useContext(AnnounceContext);
}

/** Holds the one live region, which stays in the page: a region that is created with its text is often not read. */
export function Announcer({ children }: { children: ReactNode }) {
  const [words, setWords] = useState('');
  const odd = useRef(false);
  const announce = useCallback((text: string) => {
    // The same words twice are a change only if the text differs: a trailing no-break space is not read.
    odd.current = !odd.current;
    setWords(odd.current ? text : `${text}\u00a0`);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" className="visually-hidden" data-testid="announcer">
        {words}
      </div>
    </AnnounceContext>
  );
}
