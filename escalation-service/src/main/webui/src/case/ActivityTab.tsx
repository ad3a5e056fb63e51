import type { Activity } from '../api/types.ts';
import { clockTime, fullTime } from '../shared/time.ts';

/** Who did what, newest first. */
export function ActivityTab({ activity }: { activity: readonly Activity[] }) {
  if (activity.length === 0) {
    return <p className="muted">Nothing has happened yet.</p>;
  }
  return (
    <ol className="activity">
      {/* History only grows, so the place counted from the beginning names a line. */}
      {activity.toReversed().map((each, index) => (
        <li key={activity.length - index}>
          <time dateTime={each.at} title={fullTime(each.at)}>
            {clockTime(each.at)}
          </time>
          <span>
            <strong>{each.actor}</strong> {each.what}
          </span>
        </li>
      ))}
    </ol>
  );
}
