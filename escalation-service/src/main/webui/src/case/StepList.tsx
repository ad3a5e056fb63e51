import type { Step } from '../api/types.ts';
import { clockTime, fullTime } from '../shared/time.ts';

/** What was done, in order. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="steps">
      {steps.map((step, index) => (
        <li key={step.id}>
          <span className="steps__number" aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <p className="steps__action">{step.action}</p>
            <dl className="facts facts--inline">
              <Fact name="System" value={step.system} />
              <Fact name="Expected" value={step.expected} />
              <Fact name="Observed" value={step.observed} />
            </dl>
            <p className="muted">
              {step.agent} ·{' '}
              <time dateTime={step.at} title={fullTime(step.at)}>
                {clockTime(step.at)}
              </time>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Fact({ name, value }: { name: string; value: string | null }) {
  if (value === null || value === '') {
    return null;
  }
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
