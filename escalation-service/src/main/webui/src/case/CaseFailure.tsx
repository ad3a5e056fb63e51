import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '../shared/patternfly.ts';
import { Link } from 'react-router';
import { ProblemError, explain } from '../api/problem.ts';
import { type View, queuePath } from '../queue/views.ts';

/** The case cannot be shown. The service does not say whether it exists for somebody else, and neither does this page. */
export function CaseFailure({ error, view, retry }: { error: Error; view: View; retry: () => void }) {
  const missing = error instanceof ProblemError && error.status === 404;
  return (
    <div className="case-failure">
      <EmptyState
        status={missing ? 'warning' : 'danger'}
        headingLevel="h1"
        titleText={<span id="case-title">{missing ? 'Not found, or not yours' : 'The case cannot be loaded'}</span>}
      >
        <EmptyStateBody>{missing ? 'There is no case with this address that you may see.' : explain(error)}</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            {!missing && (
              <Button variant="secondary" onClick={retry}>
                Try again
              </Button>
            )}
            <Link to={queuePath(view)}>Back to the queue</Link>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </div>
  );
}
