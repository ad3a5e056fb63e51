import type { Priority } from '../api/types.ts';

const shapes: Record<Priority, { path: string; words: string }> = {
  P1: { path: 'M2 6 6 2l4 4M2 10l4-4 4 4', words: 'most urgent' },
  P2: { path: 'M2 8l4-4 4 4', words: 'urgent' },
  P3: { path: 'M2 6h8', words: 'normal' },
  P4: { path: 'M2 4l4 4 4-4', words: 'low' },
};

/** Urgency as a shape and as text; the colour only repeats it. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const { path, words } = shapes[priority] ?? shapes.P3;
  return (
    <span className="priority" data-priority={priority} title={`Priority ${priority}: ${words}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {priority}
    </span>
  );
}
