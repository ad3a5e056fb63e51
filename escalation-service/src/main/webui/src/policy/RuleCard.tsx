import type { Consequence, PolicyRule, Template } from '../api/policyTypes.ts';
import { ActionMark } from '../shared/ActionMark.tsx';
import { reasonWords } from '../shared/words.ts';
import { ThresholdScale } from './ThresholdScale.tsx';

/** One rule in words: what it is about, when it fires, and what follows. */
export function RuleCard({ rule, templates }: { rule: PolicyRule; templates: readonly Template[] }) {
  return (
    <article className="card rule-card" aria-labelledby={`rule-title-${rule.id}`}>
      <h3 id={`rule-title-${rule.id}`}>{rule.message}</h3>
      <p className="rule-card__what">
        <code>{rule.id}</code>
        <span className="chip--quiet">
          {rule.stages.length === 2 ? 'questions and answers' : rule.stages[0] === 'input' ? 'questions' : 'answers'}
        </span>
        <span className="chip--quiet">check {rule.check}</span>
        <span className="chip--quiet" title={rule.reasonCode}>
          {reasonWords(rule.reasonCode)}
        </span>
        {!rule.enforced && <span className="chip--quiet">only observed: changes nothing</span>}
        {rule.onError === 'fail_open' && <span className="chip--quiet">passed over when it cannot be judged</span>}
      </p>
      <ThresholdScale rule={rule} />
      <p className="rule-card__condition">
        Fires when <code>{rule.condition}</code>
        {rule.score !== undefined && (
          <>
            , its score being <code>{rule.score}</code>
          </>
        )}
      </p>
      <ol className="rule-card__consequences">
        {rule.consequences.map((consequence, index) => (
          <li key={index}>
            <ConsequenceView consequence={consequence} alone={rule.consequences.length === 1} templates={templates} />
          </li>
        ))}
      </ol>
    </article>
  );
}

function ConsequenceView({
  consequence,
  alone,
  templates,
}: {
  consequence: Consequence;
  alone: boolean;
  templates: readonly Template[];
}) {
  const { condition, action, queue, priority, templateKind, template, position } = consequence;
  const text = templates.find(({ kind, name }) => kind === templateKind && name === template)?.texts[0]?.text;
  return (
    <>
      <ActionMark action={action} />
      <span>
        {condition === undefined ? (
          !alone && 'otherwise '
        ) : (
          <>
            if <code>{condition}</code>{' '}
          </>
        )}
        {queue !== undefined && (
          <>
            to queue <strong>{queue}</strong>, priority <strong>{priority}</strong>
          </>
        )}
        {position !== undefined && (position === 'prepend' ? 'before the answer' : 'behind the answer')}
        {template !== undefined && text !== undefined && (
          <>
            {' '}
            <q>{text}</q> <span className="muted">({template})</span>
          </>
        )}
      </span>
    </>
  );
}
