import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { ProblemError, SignedOutError } from '../api/problem.ts';
import { CasePage } from '../case/CasePage.tsx';
import { LiveProvider } from '../live/LiveProvider.tsx';
import { QueuePage } from '../queue/QueuePage.tsx';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { Announcer } from '../shell/Announcer.tsx';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { Shell } from '../shell/Shell.tsx';
import { ShortcutProvider } from '../shortcuts/ShortcutProvider.tsx';

const retries = 2;

/** Live events say what to read again, so nothing is polled; refusals are not repeated, failures to reach the service are. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => failures < retries && !isFinal(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

function isFinal(error: Error): boolean {
  return error instanceof SignedOutError || (error instanceof ProblemError && error.status < 500);
}

const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      { index: true, element: <Navigate to="/queue" replace /> },
      { path: 'queue', element: <QueuePage /> },
      { path: 'cases/:id', element: <CasePage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);

export function App({ client }: { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <SessionProvider>
        <LiveProvider>
          <ShortcutProvider>
            <Announcer>
              <RouterProvider router={router} />
            </Announcer>
          </ShortcutProvider>
        </LiveProvider>
      </SessionProvider>
    </QueryClientProvider>
  );
}
