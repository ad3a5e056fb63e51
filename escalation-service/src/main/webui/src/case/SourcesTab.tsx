import { useEffect } from 'react';
import type { Passage } from '../api/types.ts';
import { score } from './why.ts';

interface Props {
  passages: readonly Passage[];
  openedAt: string;
  /** The passage that was asked for, counted from one. */
  shown: number | null;
}

/** What the bot had before it when it answered, as it was then. */
export function SourcesTab({ passages, openedAt, shown }: Props) {
  useEffect(() => {
    if (shown !== null) {
      const passage = document.getElementById(`passage-${shown}`);
      passage?.scrollIntoView({ block: 'nearest' });
      passage?.focus({ preventScroll: true });
    }
  }, [shown]);
  if (passages.length === 0) {
    return <p className="muted">The answer cited nothing.</p>;
  }
  return (
    <>
      <p className="muted">Frozen when the bot answered. Later changes to a source do not show here.</p>
      <ol className="passages">
        {passages.map((passage, index) => (
          <li key={passage.id} id={`passage-${index + 1}`} tabIndex={-1} data-shown={shown === index + 1}>
            <div className="passage__head">
              <span className="citation" aria-hidden="true">
                {index + 1}
              </span>
              <span className="passage__source">{passage.source ?? passage.id}</span>
              {!passage.cited && <span className="chip">not cited</span>}
            </div>
            <p className="passage__text">{passage.text}</p>
            <p className="muted">
              <code>{passage.id}</code>
              {passage.scorePerMille !== null && ` · retrieved with ${score(passage.scorePerMille)}`}
              {validity(passage)}
            </p>
            {hadExpired(passage, openedAt) && <p className="passage__expired">No longer valid when the bot used it.</p>}
          </li>
        ))}
      </ol>
    </>
  );
}

function validity({ validFrom, validTo }: Passage): string {
  if (validFrom !== null && validTo !== null) {
    return ` · valid ${validFrom} to ${validTo}`;
  }
  if (validTo !== null) {
    return ` · valid to ${validTo}`;
  }
  return validFrom === null ? '' : ` · valid from ${validFrom}`;
}

/** Dates without a time, as the passage states them: the last day still counts. */
export function hadExpired({ validTo }: Passage, openedAt: string): boolean {
  return validTo !== null && validTo < openedAt.slice(0, 10);
}
