import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, Skeleton } from './patternfly.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemError, explain } from '../api/problem.ts';
import { clockTime } from './time.ts';

interface Props<T> {
  query: UseQueryResult<T>;
  /** What is loaded, as the page would call it: "The policy". */
  what: string;
  children: (data: T) => ReactNode;
}

/** Something that is read: while it is on its way, when it cannot be had, and when it is old because the service is away. */
export function Loaded<T>({ query, what, children }: Props<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && (
          <div className="stale-bar" role="status">
            <span>
              {what} may be out of date (read at {clockTime(new Date(query.dataUpdatedAt).toISOString())}). {explain(query.error)}
            </span>
            <Button variant="link" isInline onClick={() => void query.refetch()}>
              Retry
            </Button>
          </div>
        )}
        {children(query.data)}
      </>
    );
  }
  if (query.isPending) {
    return (
      <div className="loading" aria-busy="true">
        <span className="visually-hidden">Loading: {what}</span>
        <Skeleton height="90px" />
        <Skeleton width="72%" />
        <Skeleton width="88%" />
        <Skeleton height="160px" />
      </div>
    );
  }
  return <Failed error={query.error ?? new Error('It did not arrive.')} what={what} retry={() => void query.refetch()} />;
}

function Failed({ error, what, retry }: { error: Error; what: string; retry: () => void }) {
  const forbidden = error instanceof ProblemError && error.status === 403;
  const missing = error instanceof ProblemError && error.status === 404;
  return (
    <EmptyState
      status={forbidden || missing ? 'warning' : 'danger'}
      headingLevel="h2"
      titleText={forbidden ? 'Not for your role' : missing ? 'Not found, or not yours' : `${what} cannot be loaded`}
    >
      <EmptyStateBody>{explain(error)}</EmptyStateBody>
      {!forbidden && !missing && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="secondary" onClick={retry}>
              Try again
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
