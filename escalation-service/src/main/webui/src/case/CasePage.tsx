import { useNavigate, useParams, useSearchParams } from 'react-router';
import { NoticeBar } from '../queue/NoticeBar.tsx';
import { useCaseList } from '../queue/useCaseList.ts';
import { useClaim } from '../queue/useClaim.ts';
import { queuePath, viewNamed } from '../queue/views.ts';
import { mayAct, useSession } from '../session/SessionProvider.tsx';
import { useMedia } from '../shared/useMedia.ts';
import { useShortcut } from '../shortcuts/ShortcutProvider.tsx';
import { CaseFailure } from './CaseFailure.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import { CaseSkeleton } from './CaseSkeleton.tsx';
import { CaseWorkspace } from './CaseWorkspace.tsx';
import { QueuePane } from './QueuePane.tsx';
import { useCase } from './useCase.ts';
import { useLeaving } from './useLeaving.ts';
import './case.css';

/** One case: the list it came from, the conversation, and what surrounds it. */
export function CasePage() {
  const id = useParams()['id'] ?? '';
  const [parameters] = useSearchParams();
  const view = viewNamed(parameters.get('view'));
  const session = useSession();
  const navigate = useNavigate();
  const withList = useMedia('(min-width: 768px)');
  const list = useCaseList(view.state);
  const reading = useCase(id);
  const claiming = useClaim(view);
  const detail = reading.data?.detail;
  const summary = detail ?? list.shown.rows.find((row) => row.summary.id === id)?.summary;
  useLeaving(() => void navigate(queuePath(view), { state: { from: id } }), withList);
  useShortcut('claimNext', claiming.claimNext, mayAct(session) && !claiming.pending);

  return (
    <main className="case-page" aria-labelledby="case-title">
      {withList && <QueuePane list={list} view={view} currentId={id} />}
      {reading.data !== undefined && (
        <CaseWorkspace
          key={id}
          read={reading.data}
          outdated={reading.error === null ? null : { since: reading.dataUpdatedAt, retry: () => void reading.refetch() }}
          view={view}
          claim={() => claiming.claim(id)}
          claiming={claiming.pending}
          notice={<NoticeBar notice={claiming.notice} view={view} dismiss={claiming.dismiss} />}
        />
      )}
      {reading.data === undefined && reading.error !== null && (
        <CaseFailure error={reading.error} view={view} retry={() => void reading.refetch()} />
      )}
      {reading.data === undefined && reading.error === null && (
        <CaseSkeleton>
          {summary && (
            <CaseHeader summary={summary} detail={undefined} me={session.subject}>
              {null}
            </CaseHeader>
          )}
        </CaseSkeleton>
      )}
    </main>
  );
}
