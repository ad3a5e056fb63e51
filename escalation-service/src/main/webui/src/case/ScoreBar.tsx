import { score } from './why.ts';

/** Score against threshold. The numbers say it; the bar only shows how far apart they are. */
export function ScoreBar({ scorePerMille, thresholdPerMille }: { scorePerMille: number; thresholdPerMille: number | null }) {
  return (
    <div className="score">
      <svg className="score__bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
        <rect className="score__track" x="0" y="4" width="1000" height="6" />
        <rect className="score__fill" x="0" y="4" width={clamp(scorePerMille)} height="6" />
        {thresholdPerMille !== null && (
          <rect className="score__threshold" x={clamp(thresholdPerMille) - 3} y="0" width="6" height="14" />
        )}
      </svg>
      <span>
        <strong>{score(scorePerMille)}</strong>
        {thresholdPerMille !== null && <> against a threshold of {score(thresholdPerMille)}</>}
      </span>
    </div>
  );
}

function clamp(perMille: number): number {
  return Math.min(1000, Math.max(0, perMille));
}
