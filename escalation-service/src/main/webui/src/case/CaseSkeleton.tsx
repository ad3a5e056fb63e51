import { Skeleton } from '../shared/patternfly.ts';
import type { ReactNode } from 'react';

/** What the list knows is shown at once; the rest is on its way. */
export function CaseSkeleton({ children }: { children: ReactNode }) {
  return (
    <div className="conversation" aria-busy="true">
      {children}
      <div className="case-skeleton">
        <span className="visually-hidden" id="case-title">
          Loading the case
        </span>
        <Skeleton height="120px" />
        <Skeleton width="60%" />
        <Skeleton width="82%" />
        <Skeleton width="48%" />
      </div>
    </div>
  );
}
