import {
  Bullseye,
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  Spinner,
} from '../shared/patternfly.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, createContext, useContext } from 'react';
import { keys, readSession } from '../api/cases.ts';
import { SignedOutError, explain, isKind } from '../api/problem.ts';
import type { Session } from '../api/types.ts';

const SessionContext = createContext<Session | null>(null);

/** Who is logged in. Only below `SessionProvider`, which shows nothing of the console to anybody else. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) {
    throw new Error('useSession needs a SessionProvider above it.');
  }
  return session;
}

/** Agents and leads act on cases; reviewers, compliance and auditors read them. */
export function mayAct(session: Session): boolean {
  return session.roles.includes('agent') || session.roles.includes('lead');
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const session = useQuery({ queryKey: keys.session, queryFn: readSession, staleTime: Infinity, retry: false });
  if (session.data !== undefined) {
    return <SessionContext value={session.data}>{children}</SessionContext>;
  }
  if (session.isPending || session.error instanceof SignedOutError) {
    return (
      <Bullseye>
        <Spinner aria-label={session.isPending ? 'Loading the console' : 'Going to the login'} />
      </Bullseye>
    );
  }
  return <NoSession error={session.error} retry={() => void session.refetch()} />;
}

function NoSession({ error, retry }: { error: Error; retry: () => void }) {
  const foreign = isKind(error, 'unknown-tenant');
  return (
    <Bullseye>
      <EmptyState
        status="danger"
        headingLevel="h1"
        titleText={foreign ? 'This installation does not serve your organisation' : 'The console cannot be loaded'}
      >
        <EmptyStateBody>{explain(error)}</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button onClick={retry}>Try again</Button>
            <Button variant="link" component="a" href="/logout">
              Log out
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </Bullseye>
  );
}
