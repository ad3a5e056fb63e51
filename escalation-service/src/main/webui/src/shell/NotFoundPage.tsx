import { EmptyState, EmptyStateBody } from '../shared/patternfly.ts';
import { Link } from 'react-router';
import { homeOf } from '../session/rights.ts';
import { useSession } from '../session/SessionProvider.tsx';

export function NotFoundPage() {
  return (
    <main>
      <EmptyState headingLevel="h1" titleText="There is no such page">
        <EmptyStateBody>
          <Link to={homeOf(useSession())}>Go to the start page</Link>
        </EmptyStateBody>
      </EmptyState>
    </main>
  );
}
