import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { type ExplainedDecision, type RecentDecision, figureKeys, readDecision } from '../api/figures.ts';
import type { Action, PolicyIdentity } from '../api/policyTypes.ts';
import { ProblemError } from '../api/problem.ts';
import { shortDigest } from '../case/why.ts';
import { RuleResults } from '../playground/RuleResults.tsx';
import { ActionMark } from '../shared/ActionMark.tsx';
import { actionWords } from '../shared/actions.ts';
import { Loaded } from '../shared/Loaded.tsx';
import { fullTime } from '../shared/time.ts';
import { channelWords } from '../shared/words.ts';
import '../shared/page.css';
import '../playground/playground.css';
import { outcomesOf, verdictWords } from './explanation.ts';
import './decisions.css';

/** One decision and why it was made. Nothing of what was said stands here: that is in the case and in the log. */
export function DecisionPage() {
  const { id = '' } = useParams();
  const known = knownOf(useLocation().state, id);
  const decision = useQuery({ queryKey: figureKeys.decision(id), queryFn: ({ signal }) => readDecision(id, signal) });
  const missing = decision.error instanceof ProblemError && decision.error.status === 404;
  useEffect(() => {
    document.title = 'Decision · Surety';
  }, []);
  return (
    <main className="page">
      <div className="page__head">
        <h1>Decision</h1>
        <p className="mono">{id}</p>
        <div className="page__tools">
          <Link to="/decisions">All decisions</Link>
        </div>
      </div>
      <div className="decision-page__body">
        {known !== null && <Known decision={known} />}
        {known !== null && missing ? (
          <p className="muted">There is no explanation of it to be had beyond that.</p>
        ) : (
          <Loaded query={decision} what="The decision">
            {(data) => <Explanation decision={data} alone={known === null} />}
          </Loaded>
        )}
        <p className="muted">What was said is not kept here. It stands in the case, where a person was needed, and in the log.</p>
      </div>
    </main>
  );
}

/** What the list knew of it already, so that it is on the screen at once. */
function knownOf(state: unknown, id: string): RecentDecision | null {
  const decision = state as RecentDecision | null;
  return decision?.id === id ? decision : null;
}

function Known({ decision }: { decision: RecentDecision }) {
  const { action, at, bot, stage, channel, locale, policy, policyVersion, rules } = decision;
  return (
    <section className="card verdict" data-action={action} aria-label="The decision">
      <Verdict action={action} />
      <p>
        {rules.length === 0 ? (
          'No rule fired.'
        ) : (
          <>
            Because of{' '}
            {rules.map((rule) => (
              <code key={rule}>{rule} </code>
            ))}
          </>
        )}
      </p>
      <p className="verdict__by">
        {fullTime(at)} · {stage === 'input' ? 'a question' : 'an answer'} of bot <strong>{bot}</strong>, {channelWords(channel)},{' '}
        {locale} · policy <strong>{policy}</strong> version {policyVersion}
      </p>
    </section>
  );
}

function Verdict({ action }: { action: Action }) {
  return (
    <div className="verdict__line">
      <h2>
        <ActionMark action={action} large />
      </h2>
      <p>{actionWords(action).meaning}</p>
    </div>
  );
}

function Explanation({ decision, alone }: { decision: ExplainedDecision; alone: boolean }) {
  const { action, sentence, policy, bot, evaluatedAt, details, verdicts = [] } = decision;
  const escalation = details?.obligations.find(({ type }) => type === 'escalate')?.details;
  const outcomes = outcomesOf(decision);
  return (
    <>
      {alone && (
        <section className="card verdict" data-action={action} aria-label="The decision">
          <Verdict action={action} />
          <p>
            {fullTime(evaluatedAt)}, bot <strong>{bot}</strong>
          </p>
          <By policy={policy} />
        </section>
      )}
      {sentence !== undefined && <p className="decision-page__summary">{sentence}</p>}
      {escalation?.['queue'] !== undefined && (
        <p>
          Handed to queue <strong>{escalation['queue']}</strong>
          {escalation['priority'] !== undefined && (
            <>
              {' '}
              with priority <strong>{escalation['priority']}</strong>
            </>
          )}
          .
        </p>
      )}
      {details?.degraded.map(({ check }) => (
        <p key={check} className="verdict__degraded">
          <code>{check}</code> could not do its work.
        </p>
      ))}
      {verdicts.map(({ verdict, rule, judgedAt }) => (
        <p key={`${judgedAt} ${rule ?? ''}`}>
          Called {verdictWords(verdict)} on {fullTime(judgedAt)}
          {rule !== undefined && (
            <>
              , for rule <code>{rule}</code>
            </>
          )}
          .
        </p>
      ))}
      {outcomes.length > 0 && <RuleResults results={outcomes} marks={[]} />}
    </>
  );
}

function By({ policy }: { policy: PolicyIdentity }) {
  return (
    <p className="verdict__by">
      Decided by policy <strong>{policy.id}</strong> version {policy.version}{' '}
      <code title={policy.digest}>{shortDigest(policy.digest)}</code>
    </p>
  );
}
