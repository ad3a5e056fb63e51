import { Alert, AlertActionCloseButton } from '../shared/patternfly.ts';
import type { Notice } from './useClaim.ts';

/** The outcome of an action, said once and kept until it is closed. The region stays, so that its words are read out. */
export function NoticeBar({ notice, dismiss }: { notice: Notice | null; dismiss: () => void }) {
  return (
    <div role="status" className="notice-slot">
      {notice !== null && (
        <Alert isInline variant={notice.tone} title={notice.title} actionClose={<AlertActionCloseButton onClose={dismiss} />}>
          {notice.body}
        </Alert>
      )}
    </div>
  );
}
