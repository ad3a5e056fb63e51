import { Button } from '../shared/patternfly.ts';
import { Link } from 'react-router';
import type { CaseSummary } from '../api/types.ts';
import { age, fullTime } from '../shared/time.ts';
import { languageWords, reasonWords } from '../shared/words.ts';
import type { Row } from './arrivals.ts';
import { ChannelMark } from './ChannelMark.tsx';
import { PriorityMark } from './PriorityMark.tsx';
import { type View, casePath } from './views.ts';

interface Props {
  row: Row;
  view: View;
  me: string;
  now: number;
  current: boolean;
  claim?: (id: string) => void;
}

/** One case in the list: a plain link, so that a screen reader's list of links is the queue. */
export function CaseRow({ row: { summary, departed }, view, me, now, current, claim }: Props) {
  return (
    <div
      className="row"
      data-departed={departed}
      data-current={current}
      data-priority={summary.priority}
      data-claimable={claim !== undefined}
    >
      <Link
        to={casePath(summary.id, view)}
        className="row__link"
        data-case={summary.id}
        aria-current={current ? 'page' : undefined}
      >
        <PriorityMark priority={summary.priority} />{' '}
        <span className="row__who">
          <span className="row__customer">{summary.customerRef}</span>{' '}
          <span className="row__channel">
            <ChannelMark channel={summary.channel} />
            <span className="row__language"> · {languageWords(summary.locale)}</span>
          </span>
        </span>{' '}
        <span className="row__why">
          <Reasons codes={summary.reasonCodes} />{' '}
          <span className="row__words" lang={summary.locale}>
            {summary.lastCustomerWords}
          </span>
        </span>{' '}
        <time className="row__age" dateTime={summary.openedAt} title={`Opened ${fullTime(summary.openedAt)}`}>
          <span className="visually-hidden">open for </span>
          {age(summary.openedAt, now)}
        </time>{' '}
        <span className="row__owner" data-mine={summary.owner?.subject === me}>
          {ownership(summary, departed, me)}
        </span>
      </Link>
      {claim && summary.state === 'queued' && !departed && (
        <Button
          size="sm"
          variant="secondary"
          className="row__claim"
          onClick={() => claim(summary.id)}
          aria-label={`Claim the case of ${summary.customerRef}`}
        >
          Claim
        </Button>
      )}
    </div>
  );
}

function Reasons({ codes }: { codes: string[] }) {
  const [first, ...others] = codes;
  return (
    <span className="row__reasons">
      {first !== undefined && <span className="chip">{reasonWords(first)}</span>}
      {others.length > 0 && (
        <span className="row__more" title={others.map(reasonWords).join(', ')}>
          +{others.length}
        </span>
      )}
    </span>
  );
}

/** Who has the case, as seen by the person who looks. */
export function ownership(summary: CaseSummary, departed: boolean, me: string): string {
  if (summary.owner !== null) {
    return summary.owner.subject === me ? 'You' : summary.owner.name;
  }
  if (departed) {
    return 'No longer here';
  }
  return summary.state === 'resolved' ? 'Resolved' : 'Unclaimed';
}
