import { isEditable } from '../shortcuts/match.ts';
import { useShortcut } from '../shortcuts/ShortcutProvider.tsx';

/** Esc goes outwards, one step at a time: from a field to the conversation, from there to the row in the list, from there to the queue. */
export function useLeaving(toQueue: () => void, withList: boolean): void {
  useShortcut('leave', () => {
    const active = document.activeElement;
    const row = withList ? document.querySelector<HTMLElement>('.queue-pane [aria-current="page"][data-case]') : null;
    if (isEditable(active) || active === document.body) {
      document.getElementById('conversation')?.focus();
    } else if (row !== null && active?.closest('.queue-pane') === null) {
      row.focus();
    } else {
      toQueue();
    }
  });
}
