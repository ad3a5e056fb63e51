import { useEffect, useState } from 'react';

/** The time, renewed every `everyMillis`: for ages and countdowns, which are no live regions. */
export function useNow(everyMillis: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const pulse = setInterval(() => setNow(Date.now()), everyMillis);
    return () => clearInterval(pulse);
  }, [everyMillis]);
  return now;
}
