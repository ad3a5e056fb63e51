import type { Action } from '../api/policyTypes.ts';
import { actionWords } from './actions.ts';
import './action.css';

const shapes: Record<Action, string> = {
  block: 'M4.2 4.2l7.6 7.6M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z',
  escalate: 'M8 13.5v-10M3.5 7.5L8 3l4.5 4.5',
  replace: 'M2.5 5.5h9M9 2.5l3 3-3 3M13.5 10.5h-9M7 7.5l-3 3 3 3',
  redact: 'M2 5h12v6H2zM2 5l12 6M2 11L14 5',
  annotate: 'M3 2.5h10v8H8l-3 3v-3H3z',
  allow: 'M3 8.5l3.5 3.5L13 4.5',
};

/** An action as a word with its shape; the colour only repeats it. */
export function ActionMark({ action, large = false }: { action: Action; large?: boolean }) {
  return (
    <span className="action" data-action={action} data-large={large || undefined}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={shapes[action]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {actionWords(action).name}
    </span>
  );
}
