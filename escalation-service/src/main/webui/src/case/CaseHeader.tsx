import { Button } from '../shared/patternfly.ts';
import type { ReactNode } from 'react';
import type { CaseDetail, CaseState, CaseSummary } from '../api/types.ts';
import { ChannelMark } from '../queue/ChannelMark.tsx';
import { PriorityMark } from '../queue/PriorityMark.tsx';
import { age, fullTime } from '../shared/time.ts';
import { useNow } from '../shared/useNow.ts';
import { languageWords, spelledOut } from '../shared/words.ts';
import { FloorIndicator } from './FloorIndicator.tsx';
import './header.css';

const states: Record<CaseState, string> = {
  queued: 'Unclaimed',
  claimed: 'Claimed',
  active: 'In progress',
  resolved: 'Resolved',
};

interface Props {
  /** From the list at once, in full when the case was read. */
  summary: CaseSummary;
  detail: CaseDetail | undefined;
  me: string;
  children: ReactNode;
}

/** Who the customer is, where the case stands, who may speak, and what can be done. */
export function CaseHeader({ summary, detail, me, children }: Props) {
  const now = useNow(30_000);
  const owner = summary.owner?.subject === me ? 'you' : summary.owner?.name;
  return (
    <header className="case-header">
      <div className="case-header__main">
        <h1 id="case-title" tabIndex={-1}>
          {summary.customerRef}
        </h1>
        <PriorityMark priority={summary.priority} />
        <span className="state" data-state={summary.state}>
          {states[summary.state]}
          {owner !== undefined && ` by ${owner}`}
        </span>
      </div>
      <p className="case-header__facts">
        <ChannelMark channel={summary.channel} /> · {languageWords(summary.locale)} · {spelledOut(summary.queue)} queue ·{' '}
        <time dateTime={summary.openedAt} title={fullTime(summary.openedAt)}>
          {opened(summary, now)}
        </time>
      </p>
      <div className="case-header__actions">{children}</div>
      {detail && (
        <FloorIndicator
          floor={detail.floor}
          mine={detail.owner?.subject === me}
          owner={detail.owner}
          resolved={detail.state === 'resolved'}
        />
      )}
    </header>
  );
}

function opened({ state, openedAt }: CaseSummary, now: number): string {
  const since = age(openedAt, now);
  if (since === 'now') {
    return 'opened just now';
  }
  return state === 'resolved' ? `opened ${since} ago` : `open for ${since}`;
}

interface ActionProps {
  detail: CaseDetail;
  mine: boolean;
  claiming: boolean;
  releasing: boolean;
  claim: () => void;
  release: () => void;
  resolve: () => void;
}

/** Claim, release and resolve, whichever is possible. */
export function OwnershipActions({ detail, mine, claiming, releasing, claim, release, resolve }: ActionProps) {
  if (detail.state === 'queued') {
    return (
      <Button size="sm" onClick={claim} isAriaDisabled={claiming}>
        Claim <KeyHint>c</KeyHint>
      </Button>
    );
  }
  if (!mine || detail.state === 'resolved') {
    return null;
  }
  return (
    <>
      <Button size="sm" variant="secondary" onClick={release} isAriaDisabled={releasing}>
        Release <KeyHint>u</KeyHint>
      </Button>
      <Button size="sm" onClick={resolve}>
        Resolve <KeyHint>⇧R</KeyHint>
      </Button>
    </>
  );
}

function KeyHint({ children }: { children: string }) {
  return (
    <span className="key-hint" aria-hidden="true">
      <kbd>{children}</kbd>
    </span>
  );
}
