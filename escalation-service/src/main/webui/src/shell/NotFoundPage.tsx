import { EmptyState, EmptyStateBody } from '../shared/patternfly.ts';
import { Link } from 'react-router';

export function NotFoundPage() {
  return (
    <main>
      <EmptyState headingLevel="h1" titleText="There is no such page">
        <EmptyStateBody>
          <Link to="/queue">Go to the queue</Link>
        </EmptyStateBody>
      </EmptyState>
    </main>
  );
}
