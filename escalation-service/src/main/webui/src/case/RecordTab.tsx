import type { Ref } from 'react';
import type { CaseDetail, Resolution } from '../api/types.ts';
import { clockTime, fullTime } from '../shared/time.ts';
import { count, rootCauseWords } from '../shared/words.ts';
import { StepForm } from './StepForm.tsx';
import { StepList } from './StepList.tsx';

interface Props {
  detail: CaseDetail;
  mine: boolean;
  stepField: Ref<HTMLTextAreaElement>;
}

/** The record of the work: what was tried, what was seen, and how it ended. */
export function RecordTab({ detail, mine, stepField }: Props) {
  const open = detail.state !== 'resolved';
  return (
    <>
      {detail.resolution !== null && <ResolutionView resolution={detail.resolution} />}
      <section aria-labelledby="steps-title">
        <h2 id="steps-title">
          Steps <span className="muted">{count(detail.steps.length, 'logged', 'logged')}</span>
        </h2>
        <StepList steps={detail.steps} />
      </section>
      {mine && open && <StepForm caseId={detail.id} field={stepField} />}
      {detail.steps.length === 0 && !(mine && open) && <p className="muted">The owner of the case logs what was done here.</p>}
    </>
  );
}

function ResolutionView({ resolution }: { resolution: Resolution }) {
  return (
    <section className="resolution" aria-labelledby="resolution-title">
      <h2 id="resolution-title">Resolution</h2>
      <dl className="facts">
        <dt>Root cause</dt>
        <dd>{rootCauseWords(resolution.rootCause)}</dd>
        <dt>Resolution</dt>
        <dd>{resolution.resolution}</dd>
        {resolution.prevention !== null && (
          <>
            <dt>Prevention</dt>
            <dd>{resolution.prevention}</dd>
          </>
        )}
      </dl>
      <p className="muted">
        {resolution.agent} ·{' '}
        <time dateTime={resolution.at} title={fullTime(resolution.at)}>
          {clockTime(resolution.at)}
        </time>
      </p>
    </section>
  );
}
