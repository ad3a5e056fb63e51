import {
  type ReactNode,
  createContext,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { forThisBrowser, recall, remember } from '../shared/storage.ts';
import type { Command } from './keymap.ts';
import { isEditable, isTaken, match } from './match.ts';

type Handler = () => void;

interface Shortcuts {
  readonly enabled: boolean;
  setEnabled(enabled: boolean): void;
  register(command: Command, handler: Handler): () => void;
}

const ShortcutContext = createContext<Shortcuts | null>(null);
const key = 'surety.shortcuts';
const sequenceMillis = 1_500;

export function useShortcuts(): Shortcuts {
  const shortcuts = useContext(ShortcutContext);
  if (shortcuts === null) {
    throw new Error('useShortcuts needs a ShortcutProvider above it.');
  }
  return shortcuts;
}

/** Binds a command while the component is on the screen. The component that came last wins, as a dialog does over its page. */
export function useShortcut(command: Command, handler: Handler, active = true): void {
  const { register } = useShortcuts();
  const latest = useEffectEvent(handler);
  useEffect(() => (active ? register(command, () => latest()) : undefined), [register, command, active]);
}

/** Listens to the keyboard. Switched off, single keys do nothing; only Esc still leaves a field, because that is no character. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [enabled, setEnabledState] = useState(() => recall(forThisBrowser, key) !== 'off');
  const handlers = useRef(new Map<Command, Handler[]>());

  const setEnabled = useCallback((value: boolean) => {
    remember(forThisBrowser, key, value ? null : 'off');
    setEnabledState(value);
  }, []);

  const register = useCallback((command: Command, handler: Handler) => {
    const stack = handlers.current.get(command) ?? [];
    handlers.current.set(command, [...stack, handler]);
    return () => {
      const rest = (handlers.current.get(command) ?? []).filter((each) => each !== handler);
      handlers.current.set(command, rest);
    };
  }, []);

  useEffect(() => listen(handlers.current, enabled), [enabled]);

  const value = useMemo(() => ({ enabled, setEnabled, register }), [enabled, setEnabled, register]);
  return <ShortcutContext value={value}>{children}</ShortcutContext>;
}

function listen(handlers: ReadonlyMap<Command, Handler[]>, enabled: boolean): () => void {
  let prefix = '';
  let forget: ReturnType<typeof setTimeout> | undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || (event.repeat && event.key === 'Escape') || isTaken(event.target)) {
      return;
    }
    if (event.key !== 'Escape' && (!enabled || isEditable(event.target))) {
      return;
    }
    const found = match(event, prefix);
    prefix = found.prefix;
    clearTimeout(forget);
    forget = setTimeout(() => (prefix = ''), sequenceMillis);
    const handler = found.command === null ? undefined : handlers.get(found.command)?.at(-1);
    if (handler) {
      event.preventDefault();
      handler();
    }
  };
  window.addEventListener('keydown', onKeyDown);
  return () => {
    clearTimeout(forget);
    window.removeEventListener('keydown', onKeyDown);
  };
}
