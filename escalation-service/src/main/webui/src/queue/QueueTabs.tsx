import { Link } from 'react-router';
import type { Counts } from '../api/types.ts';
import { type View, queuePath, views } from './views.ts';

/** The views of the queue with how many cases each holds. */
export function QueueTabs({ current, counts }: { current: View; counts: Counts | null }) {
  return (
    <nav aria-label="Views of the queue" className="tabs">
      {views.map((view) => (
        <Link key={view.name} to={queuePath(view)} aria-current={view === current ? 'page' : undefined}>
          {view.label}
          {counts !== null && <span className="tabs__count">{counts[view.state].toLocaleString('en')}</span>}
        </Link>
      ))}
    </nav>
  );
}
