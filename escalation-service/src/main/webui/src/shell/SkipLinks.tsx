import { type ReactNode, createContext, useCallback, useContext, useEffect, useState } from 'react';

const places = { 'case-list': 'To the list', conversation: 'To the conversation', composer: 'To the composer' } as const;
type Place = keyof typeof places;

const SkipContext = createContext<(place: Place) => () => void>(() => () => undefined);
const PresentContext = createContext<readonly Place[]>([]);

/** Says that this place is on the page, so that a link at its very beginning leads to it. Its element has the place's name as id. */
export function useSkipTarget(place: Place): void {
  const register = useContext(SkipContext);
  useEffect(() => register(place), [register, place]);
}

/** Knows which places there are to skip to. */
export function SkipTargets({ children }: { children: ReactNode }) {
  const [present, setPresent] = useState<readonly Place[]>([]);
  const register = useCallback((place: Place) => {
    setPresent((before) => [...before, place]);
    return () => setPresent((before) => before.toSpliced(before.indexOf(place), 1));
  }, []);
  return (
    <SkipContext value={register}>
      <PresentContext value={present}>{children}</PresentContext>
    </SkipContext>
  );
}

/** Past masthead and list, for those who go through the page key by key. */
export function SkipLinks() {
  const present = useContext(PresentContext);
  return (
    <nav aria-label="Skip to" className="skip-links">
      {(Object.keys(places) as Place[])
        .filter((place) => present.includes(place))
        .map((place) => (
          <a key={place} href={`#${place}`}>
            {places[place]}
          </a>
        ))}
    </nav>
  );
}
