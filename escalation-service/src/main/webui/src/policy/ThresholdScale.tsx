import type { PolicyRule } from '../api/policyTypes.ts';
import { actionWords } from '../shared/actions.ts';
import { zoneWords, zonesOf } from './thresholds.ts';

/** A rule's threshold as a picture; the words below say the same. */
export function ThresholdScale({ rule }: { rule: PolicyRule }) {
  const zones = zonesOf(rule);
  if (zones === null) {
    return null;
  }
  const name = (action: Parameters<typeof actionWords>[0]) => actionWords(action).name;
  return (
    <figure className="scale">
      <svg viewBox="0 0 1000 26" preserveAspectRatio="none" aria-hidden="true">
        {zones.map(({ from, to, actions }) => (
          <rect
            key={from}
            className="scale__zone"
            data-action={actions[0]}
            data-silent={actions.length === 0 || undefined}
            x={from * 1000 + 1}
            y="5"
            width={Math.max(0, (to - from) * 1000 - 2)}
            height="16"
            rx="3"
          />
        ))}
        <rect className="scale__threshold" x={(rule.threshold ?? 0) * 1000 - 2} y="0" width="4" height="26" />
      </svg>
      <figcaption>
        {zones.map((zone) => (
          <span key={zone.from}>{zoneWords(zone, name)}</span>
        ))}
      </figcaption>
    </figure>
  );
}
