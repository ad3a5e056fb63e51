import { Button } from '../shared/patternfly.ts';
import { useEffect } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { mayAct, useSession } from '../session/SessionProvider.tsx';
import { useShortcut } from '../shortcuts/ShortcutProvider.tsx';
import { ListPane } from './ListPane.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { QueueTabs } from './QueueTabs.tsx';
import { useCaseList } from './useCaseList.ts';
import { useClaim } from './useClaim.ts';
import { viewNamed } from './views.ts';

/** The queue at full width. */
export function QueuePage() {
  const [parameters] = useSearchParams();
  const view = viewNamed(parameters.get('view'));
  const list = useCaseList(view.state);
  const cameFrom = (useLocation().state as { from?: string } | null)?.from;
  const claiming = useClaim(view);
  const acting = mayAct(useSession());
  const unclaimed = list.counts?.queued ?? 0;
  useShortcut('claimNext', claiming.claimNext, acting && !claiming.pending);
  useEffect(() => {
    document.title = unclaimed > 0 ? `(${unclaimed}) Queue · Surety` : 'Queue · Surety';
  }, [unclaimed]);

  return (
    <main className="queue">
      <div className="queue__head">
        <h1>Queue</h1>
        <QueueTabs current={view} counts={list.counts} />
        {acting && (
          <div className="queue__action">
            <Button size="sm" onClick={claiming.claimNext} isAriaDisabled={claiming.pending}>
              {claiming.pending ? 'Claiming' : 'Claim next'}
              <span className="key-hint" aria-hidden="true">
                <kbd>n</kbd>
              </span>
            </Button>
          </div>
        )}
      </div>
      <NoticeBar notice={claiming.notice} view={view} dismiss={claiming.dismiss} />
      <section className="queue__body" aria-label="Cases">
        <ListPane list={list} view={view} cameFrom={cameFrom} claim={acting ? claiming.claim : undefined} />
      </section>
    </main>
  );
}
