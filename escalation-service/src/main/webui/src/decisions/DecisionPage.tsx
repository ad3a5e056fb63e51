import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { type ExplainedDecision, figureKeys, readDecision } from '../api/figures.ts';
import { shortDigest } from '../case/why.ts';
import { RuleResults } from '../playground/RuleResults.tsx';
import { ActionMark } from '../shared/ActionMark.tsx';
import { actionWords } from '../shared/actions.ts';
import { Loaded } from '../shared/Loaded.tsx';
import '../shared/page.css';
import '../playground/playground.css';
import './decisions.css';

/** One decision and why it was made. Nothing of what was said stands here: that is in the case and in the log. */
export function DecisionPage() {
  const { id = '' } = useParams();
  const decision = useQuery({ queryKey: figureKeys.decision(id), queryFn: ({ signal }) => readDecision(id, signal) });
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
      <Loaded query={decision} what="The decision">
        {(data) => <Explanation decision={data} />}
      </Loaded>
    </main>
  );
}

function Explanation({ decision: { action, policy, results = [], obligations = [] } }: { decision: ExplainedDecision }) {
  const escalation = obligations.find(({ type }) => type === 'escalate');
  return (
    <div className="decision-page__body">
      <section className="card verdict" data-action={action} aria-label="The decision">
        <div className="verdict__line">
          <h2>
            <ActionMark action={action} large />
          </h2>
          <p>{actionWords(action).meaning}</p>
        </div>
        {escalation !== undefined && (
          <p>
            Handed to queue <strong>{escalation.queue}</strong> with priority <strong>{escalation.priority}</strong>.
          </p>
        )}
        <p className="verdict__by">
          Decided by policy <strong>{policy.id}</strong> version {policy.version}{' '}
          <code title={policy.digest}>{shortDigest(policy.digest)}</code>
        </p>
      </section>
      <RuleResults results={results} marks={[]} />
      <p className="muted">What was said is not kept here. It stands in the case, where a person was needed, and in the log.</p>
    </div>
  );
}
