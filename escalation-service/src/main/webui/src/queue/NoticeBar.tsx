import { Alert, AlertActionCloseButton } from '../shared/patternfly.ts';
import { Link } from 'react-router';
import type { Notice } from './useClaim.ts';
import { type View, casePath } from './views.ts';

/** The outcome of an action, said once and kept until it is closed. The region stays, so that its words are read out. */
export function NoticeBar({ notice, view, dismiss }: { notice: Notice | null; view: View; dismiss: () => void }) {
  return (
    <div role="status" className="notice-slot">
      {notice !== null && (
        <Alert
          component="p"
          isInline
          variant={notice.tone}
          title={notice.title}
          actionClose={<AlertActionCloseButton onClose={dismiss} />}
          actionLinks={
            notice.watch !== undefined && (
              <Link to={casePath(notice.watch, view)} onClick={dismiss}>
                Watch the case
              </Link>
            )
          }
        >
          {notice.body}
        </Alert>
      )}
    </div>
  );
}
