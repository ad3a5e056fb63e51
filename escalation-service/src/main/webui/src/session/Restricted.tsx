import { EmptyState, EmptyStateBody } from '../shared/patternfly.ts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Right, homeOf, may } from './rights.ts';
import { useSession } from './SessionProvider.tsx';

/** Shows a page to those who may see it, and tells everybody else where theirs are. */
export function Restricted({ to, children }: { to: Right; children: ReactNode }) {
  const session = useSession();
  if (may(session, to)) {
    return children;
  }
  return (
    <main>
      <EmptyState headingLevel="h1" titleText="Not for your role">
        <EmptyStateBody>
          Your roles ({session.roles.join(', ') || 'none'}) do not include this page.{' '}
          <Link to={homeOf(session)}>Go to your start page</Link>
        </EmptyStateBody>
      </EmptyState>
    </main>
  );
}
