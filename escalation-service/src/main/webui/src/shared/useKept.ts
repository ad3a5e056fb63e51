import { useState } from 'react';
import { forThisTab, recall, remember } from './storage.ts';

/**
 * Text fields that outlive a closed dialog, a reload and a new login in this tab. An object of strings; `forget` empties it.
 */
export function useKept<T extends Record<keyof T, string>>(key: string, empty: T): [T, (fields: T) => void, () => void] {
  const [fields, setFields] = useState<T>(() => ({ ...empty, ...stored(key, empty) }));
  const keep = (next: T) => {
    setFields(next);
    remember(forThisTab, key, JSON.stringify(next));
  };
  const forget = () => {
    setFields(empty);
    remember(forThisTab, key, null);
  };
  return [fields, keep, forget];
}

function stored<T extends object>(key: string, empty: T): Partial<T> {
  try {
    const value: unknown = JSON.parse(recall(forThisTab, key) ?? '{}');
    const known = Object.entries(value ?? {}).filter(([name, text]) => name in empty && typeof text === 'string');
    return Object.fromEntries(known) as Partial<T>;
  } catch {
    return {};
  }
}
