import { useNow } from '../shared/useNow.ts';
import { type Phase, isBroken, label, mayBeMissing } from './connection.ts';
import { useConnection } from './LiveProvider.tsx';
import './live.css';

const meanings: Record<Phase, string> = {
  connecting: 'The live connection is being set up.',
  live: 'New cases and messages appear by themselves.',
  reconnecting: 'The live connection is lost and is being restored. Nothing is lost: what you missed is fetched.',
  'catching-up': 'What happened in the meantime is being fetched.',
  offline: 'This computer has no network.',
};

/** Says whether what is on the screen is being kept up to date. */
export function ConnectionPill() {
  const connection = useConnection();
  const now = useNow(isBroken(connection) ? 1_000 : 30_000);
  return (
    <span className="connection" data-phase={connection.phase} title={meanings[connection.phase]}>
      <span className="connection__dot" aria-hidden="true" />
      <span className="visually-hidden">Connection: </span>
      {label(connection, now)}
    </span>
  );
}

/** Appears when messages may have been missed for longer than a moment; at the foot of the page, where it moves no row. */
export function MissingBanner() {
  const connection = useConnection();
  const now = useNow(1_000);
  return (
    <div role="status" className="missing-banner-slot">
      {mayBeMissing(connection, now) && (
        <p className="missing-banner">
          <strong>{connection.phase === 'offline' ? 'Offline.' : 'Not connected.'}</strong> You may be missing messages; sending
          will check first.
        </p>
      )}
    </div>
  );
}
