import { type Command, keymap } from './keymap.ts';

export interface Keystroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export interface Match {
  readonly command: Command | null;
  /** What was typed of a sequence such as `g q`; goes into the next call. */
  readonly prefix: string;
}

/** Which command a keystroke asks for. Enter is left to the browser: a focused link or button already knows what it means. */
export function match(stroke: Keystroke, prefix: string): Match {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.key === 'Enter') {
    return { command: null, prefix: '' };
  }
  const typed = prefix === '' ? stroke.key : `${prefix} ${stroke.key}`;
  const complete = keymap.find((binding) => binding.keys.includes(typed));
  if (complete) {
    return { command: complete.command, prefix: '' };
  }
  if (keymap.some((binding) => binding.keys.some((keys) => keys.startsWith(`${typed} `)))) {
    return { command: null, prefix: typed };
  }
  return prefix === '' ? { command: null, prefix: '' } : match(stroke, '');
}

const textual = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number', 'date', 'time', 'datetime-local']);

/** True where a letter is text: there no single key is a command. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (target instanceof HTMLInputElement) {
    return textual.has(target.type);
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** True while a menu or a dialog owns the keyboard. */
export function isTaken(target: EventTarget | null): boolean {
  const modal = document.querySelector('[aria-modal="true"]') !== null;
  const inMenu =
    target instanceof Element &&
    target.closest('[role="menu"], [role="listbox"], [aria-haspopup][aria-expanded="true"]') !== null;
  return modal || inMenu;
}
