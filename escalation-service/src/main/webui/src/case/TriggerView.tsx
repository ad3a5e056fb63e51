import { Button } from '../shared/patternfly.ts';
import SearchIcon from '@patternfly/react-icons/dist/esm/icons/search-icon';
import type { Finding, Message, Trigger } from '../api/types.ts';
import { reasonWords, spelledOut } from '../shared/words.ts';
import { ScoreBar } from './ScoreBar.tsx';
import { locate, spanId } from './spans.ts';
import { speakerWords } from './transcript.ts';
import { shortDigest, valueWords } from './why.ts';

interface Props {
  trigger: Trigger;
  index: number;
  transcript: readonly Message[];
  show: (spanId: string) => void;
}

/** One rule that asked for a human: what it says, what it saw, and under which policy. */
export function TriggerView({ trigger, index, transcript, show }: Props) {
  const inputs = Object.entries(trigger.inputs);
  return (
    <li className="trigger">
      <div className="trigger__head">
        <div>
          <p className="trigger__message">
            {trigger.reasonCode !== null && <span className="chip">{reasonWords(trigger.reasonCode)}</span>} {trigger.message}
          </p>
          <p className="trigger__rule">
            Rule <code>{trigger.rule}</code>
            {trigger.check !== null && (
              <>
                {' '}
                · check <code>{trigger.check}</code>
              </>
            )}{' '}
            · policy <code>{trigger.policy.id}</code> version {trigger.policy.version}{' '}
            <code title={trigger.policy.digest}>{shortDigest(trigger.policy.digest)}</code>
          </p>
        </div>
        {isScored(trigger) && (
          <ScoreBar scorePerMille={trigger.scorePerMille ?? 0} thresholdPerMille={trigger.thresholdPerMille} />
        )}
      </div>
      {trigger.findings.length > 0 && (
        <ul className="trigger__findings">
          {trigger.findings.map((finding, place) => (
            <li key={`${finding.path}-${finding.start}-${finding.category}`}>
              <FindingLink finding={finding} message={locate(trigger.decisionId, finding, transcript)} show={() => show(spanId(index, place))} />
            </li>
          ))}
        </ul>
      )}
      <dl className="trigger__facts">
        {trigger.condition !== null && (
          <div>
            <dt>Condition</dt>
            <dd>
              <code>{trigger.condition}</code>
            </dd>
          </div>
        )}
        {inputs.length > 0 && (
          <div>
            <dt>Values seen</dt>
            <dd>
              {inputs.map(([name, value]) => (
                <code key={name} className="trigger__value">
                  {name} = {valueWords(value)}
                </code>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}

/** Leads from a finding to its place in the conversation. The words come from the transcript; a finding itself carries only offsets. */
function FindingLink({ finding, message, show }: { finding: Finding; message: Message | undefined; show: () => void }) {
  if (message === undefined) {
    return <span className="muted">{spelledOut(finding.category)} (its text is no longer in the transcript)</span>;
  }
  const words = message.content.slice(finding.start, finding.end);
  return (
    <Button variant="link" isInline icon={<SearchIcon />} onClick={show} className="trigger__finding">
      {spelledOut(finding.category)}: <q>{words}</q>{' '}
      <span className="muted">{message.speaker === 'customer' ? 'the customer' : speakerWords(message.speaker, message.author)}</span>
    </Button>
  );
}

/** A rule that only states a fact has neither a score nor a threshold to compare. */
function isScored({ scorePerMille, thresholdPerMille }: Trigger): boolean {
  return (scorePerMille ?? 0) > 0 || (thresholdPerMille ?? 0) > 0;
}
