import AngleDownIcon from '@patternfly/react-icons/dist/esm/icons/angle-down-icon';
import AngleRightIcon from '@patternfly/react-icons/dist/esm/icons/angle-right-icon';
import { useEffect, useState } from 'react';
import type { CaseDetail } from '../api/types.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { useShortcut } from '../shortcuts/ShortcutProvider.tsx';
import { TriggerView } from './TriggerView.tsx';
import { policies, rememberFold, rememberLook, shortDigest, startsFolded } from './why.ts';
import './why.css';

/** Why a human is needed: always first, and in full the first time that a case is opened. */
export function WhyCard({ detail, show }: { detail: CaseDetail; show: (spanId: string) => void }) {
  const { subject } = useSession();
  const [folded, setFolded] = useState(() => startsFolded(detail.id, subject));
  useEffect(() => rememberLook(detail.id), [detail.id]);
  const toggle = () => {
    setFolded(!folded);
    rememberFold(subject, !folded);
  };
  useShortcut('why', toggle);
  const Angle = folded ? AngleRightIcon : AngleDownIcon;

  return (
    <section className="why" aria-labelledby="why-title">
      <h2 id="why-title">
        <button type="button" className="why__toggle" aria-expanded={!folded} aria-controls="why-body" onClick={toggle}>
          <Angle aria-hidden="true" />
          <span>
            <span className="why__kicker">Why you are needed</span>
            <span className="why__headline">{detail.headline}</span>
          </span>
        </button>
      </h2>
      <div id="why-body" hidden={folded}>
        {detail.why.length === 0 ? (
          <p className="why__none">No rule was recorded with this case.</p>
        ) : (
          <ul className="why__triggers">
            {detail.why.map((trigger, index) => (
              <TriggerView
                key={`${trigger.decisionId}-${trigger.rule}`}
                trigger={trigger}
                index={index}
                transcript={detail.transcript}
                show={show}
              />
            ))}
          </ul>
        )}
        {policies(detail.why).map((policy) => (
          <p key={policy.digest} className="why__policy">
            Decided by policy <strong>{policy.id}</strong> version {policy.version}{' '}
            <code title={policy.digest}>{shortDigest(policy.digest)}</code>
          </p>
        ))}
      </div>
    </section>
  );
}
