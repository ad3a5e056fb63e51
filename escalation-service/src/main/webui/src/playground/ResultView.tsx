import type { Decision, Obligation } from '../api/policyTypes.ts';
import { ActionMark } from '../shared/ActionMark.tsx';
import { actionWords } from '../shared/actions.ts';
import { reasonWords } from '../shared/words.ts';
import { shortDigest } from '../case/why.ts';
import { difference } from './difference.ts';
import { promised } from './commitment.ts';
import { subjectOf } from './draft.ts';
import { DraftReport } from './DraftReport.tsx';
import { HighlightedTexts } from './HighlightedTexts.tsx';
import { CheckResults, RuleResults } from './RuleResults.tsx';
import { marksOf } from './highlights.ts';
import type { Tried } from './usePlayground.ts';

/** Everything that came of one try: what would be delivered, where something was found, what every rule said. */
export function ResultView({ tried: { exchange, preview } }: { tried: Tried }) {
  const { decision } = preview;
  if (decision === undefined) {
    return <DraftReport preview={preview} />;
  }
  const marks = marksOf(preview.checks, decision.results);
  return (
    <div className="result">
      <Verdict decision={decision} draft={preview.policy === 'draft'} />
      {preview.policy === 'draft' && <DraftReport preview={preview} />}
      <Delivered decision={decision} before={subjectOf(exchange)} stage={exchange.stage} locale={exchange.conversation.locale} />
      <HighlightedTexts exchange={exchange} marks={marks} />
      <RuleResults results={decision.results} marks={marks} />
      <CheckResults checks={preview.checks} />
    </div>
  );
}

function Verdict({ decision, draft }: { decision: Decision; draft: boolean }) {
  const { action, policy, timing, obligations, degraded } = decision;
  return (
    <section className="card verdict" data-action={action} aria-label="The decision">
      <div className="verdict__line">
        <h2>
          <ActionMark action={action} large />
        </h2>
        <p>{actionWords(action).meaning}</p>
      </div>
      {obligations.length > 0 && (
        <ul className="verdict__obligations" aria-label="What follows">
          {obligations.map((obligation, index) => (
            <li key={index}>
              <ObligationView obligation={obligation} />
            </li>
          ))}
        </ul>
      )}
      {degraded.map(({ check, onError }) => (
        <p key={check} className="verdict__degraded">
          <code>{check}</code> could not do its work;{' '}
          {onError === 'fail_closed' ? 'its rules failed closed' : 'its rules were passed over'}.
        </p>
      ))}
      <p className="verdict__by">
        {draft ? 'Decided by your draft' : 'Decided by the policy in force'}: <strong>{policy.id}</strong> version{' '}
        {policy.version} <code title={policy.digest}>{shortDigest(policy.digest)}</code> in{' '}
        {(timing.decisionMicros / 1000).toFixed(1)} ms
      </p>
    </section>
  );
}

function ObligationView({ obligation }: { obligation: Obligation }) {
  const { type, queue, priority, reasonCode, handoffText, fallbackText, name, text, visible, sources, commitment } = obligation;
  switch (type) {
    case 'escalate':
      return (
        <>
          A person of queue <strong>{queue}</strong> takes over with priority <strong>{priority}</strong>
          {reasonCode !== undefined && <> ({reasonWords(reasonCode)})</>}
          {handoffText !== undefined && <>; the customer reads “{handoffText}”</>}
          {fallbackText !== undefined && <>; where nobody is there, “{fallbackText}”</>}
        </>
      );
    case 'disclaimer':
      return (
        <>
          The disclaimer <strong>{name}</strong> must not be cut off: “{text}”
        </>
      );
    case 'label':
      return (
        <>
          The label <strong>{name}</strong> travels with the text,{' '}
          {visible === true ? 'where the customer reads it' : 'for machines only'}
        </>
      );
    case 'citation':
      return <>The sources have to be named: {sources?.map(({ passage, source }) => source ?? passage).join(', ')}</>;
    case 'commitment':
      return (
        <>
          The answer promises: <strong>{commitment === undefined ? 'something' : promised(commitment)}</strong>
        </>
      );
  }
}

/** The text before and behind, with what was taken out struck and what was put in marked. */
function Delivered({ decision, before, stage, locale }: { decision: Decision; before: string; stage: string; locale: string }) {
  const { text, edits } = decision.effective;
  const runs = difference(before, text, edits);
  const forModel = stage === 'input' && !['block', 'escalate', 'replace'].includes(decision.action);
  return (
    <section className="card" aria-labelledby="delivered-title">
      <div className="card__head">
        <h2 id="delivered-title">{forModel ? 'What the model would read' : 'What the customer would read'}</h2>
        {before === text && <span className="chip--quiet">unchanged</span>}
      </div>
      <div className="delivered" data-changed={before !== text}>
        {before !== text && (
          <div>
            <h3>As it was written</h3>
            <p lang={locale}>
              {runs
                .filter(({ kind }) => kind !== 'added')
                .map((run, index) =>
                  run.kind === 'removed' ? <del key={index}>{run.text}</del> : <span key={index}>{run.text}</span>,
                )}
            </p>
          </div>
        )}
        <div>
          {before !== text && <h3>As it would be delivered</h3>}
          <p lang={locale}>
            {runs
              .filter(({ kind }) => kind !== 'removed')
              .map((run, index) =>
                run.kind === 'added' ? <ins key={index}>{run.text}</ins> : <span key={index}>{run.text}</span>,
              )}
          </p>
        </div>
      </div>
      {edits.length > 0 && (
        <ul className="delivered__edits" aria-label="Edits">
          {edits.map((edit, index) => (
            <li key={index}>
              {edit.operation} by <code>{edit.rule}</code> with <code>{edit.reference}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
