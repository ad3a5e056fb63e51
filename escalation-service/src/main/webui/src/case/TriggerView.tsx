import type { ReactNode } from 'react';
import type { Finding, Message, Trigger } from '../api/types.ts';
import { reasonWords, spelledOut } from '../shared/words.ts';
import { ScoreBar } from './ScoreBar.tsx';
import { locate, sourceNumber, spanId } from './spans.ts';
import { speakerWords } from './transcript.ts';
import { valueWords } from './why.ts';

interface Props {
  trigger: Trigger;
  index: number;
  transcript: readonly Message[];
  show: (spanId: string) => void;
}

/** One rule that asked for a human: what it says, what it saw, and where. */
export function TriggerView({ trigger, index, transcript, show }: Props) {
  const inputs = Object.entries(trigger.inputs);
  return (
    <li className="trigger">
      <p className="trigger__message">
        {trigger.reasonCode !== null && <span className="chip">{reasonWords(trigger.reasonCode)}</span>}
        {trigger.message}
      </p>
      <dl className="trigger__facts">
        {isScored(trigger) && (
          <Fact name="Score">
            <ScoreBar scorePerMille={trigger.scorePerMille ?? 0} thresholdPerMille={trigger.thresholdPerMille} />
          </Fact>
        )}
        {trigger.findings.length > 0 && (
          <Fact name="Found">
            {trigger.findings.map((finding, place) => (
              <FindingLink
                key={`${finding.path}-${finding.start}-${finding.category}`}
                finding={finding}
                message={locate(trigger.decisionId, finding, transcript)}
                show={() => show(spanId(index, place))}
              />
            ))}
          </Fact>
        )}
        <Fact name="Rule">
          <code>{trigger.rule}</code>
          {trigger.check !== null && (
            <>
              {' '}
              of check <code>{trigger.check}</code>
            </>
          )}
          {trigger.condition !== null && (
            <>
              : <code>{trigger.condition}</code>
            </>
          )}
        </Fact>
        {inputs.length > 0 && (
          <Fact name="Values seen">
            {inputs.map(([name, value]) => (
              <code key={name} className="trigger__value">
                {name} = {valueWords(value)}
              </code>
            ))}
          </Fact>
        )}
      </dl>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Leads from a finding to its place in the conversation. The words come from the transcript; a finding itself carries only offsets. */
function FindingLink({ finding, message, show }: { finding: Finding; message: Message | undefined; show: () => void }) {
  const source = sourceNumber(finding);
  if (source !== null) {
    return (
      <div className="muted">
        {spelledOut(finding.category)}, in source {source}
      </div>
    );
  }
  if (message === undefined) {
    return <span className="muted">{spelledOut(finding.category)} (its text is no longer in the transcript)</span>;
  }
  const words = message.content.slice(finding.start, finding.end);
  return (
    <button type="button" className="finding" onClick={show}>
      <q lang="">{words}</q>{' '}
      <span className="finding__what">
        {spelledOut(finding.category)},{' '}
        {message.speaker === 'customer' ? 'customer' : speakerWords(message.speaker, message.author).toLowerCase()}
      </span>
    </button>
  );
}

/** A rule that only states a fact has neither a score nor a threshold to compare. */
function isScored({ scorePerMille, thresholdPerMille }: Trigger): boolean {
  return (scorePerMille ?? 0) > 0 || (thresholdPerMille ?? 0) > 0;
}
