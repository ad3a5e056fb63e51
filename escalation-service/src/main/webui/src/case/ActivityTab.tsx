import type { Activity } from '../api/types.ts';
import { clockTime, fullTime } from '../shared/time.ts';

/** Who did what, newest first. */
export function ActivityTab({ activity }: { activity: readonly Activity[] }) {
  if (activity.length === 0) {
    return <p className="muted">Nothing has happened yet.</p>;
  }
  return (
    <ol className="activity">
      {activity.toReversed().map((each) => (
        <li key={`${each.at}-${each.actor}-${each.what}`}>
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
