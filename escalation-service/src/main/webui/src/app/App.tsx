import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { CasePage } from '../case/CasePage.tsx';
import { LiveProvider } from '../live/LiveProvider.tsx';
import { QueuePage } from '../queue/QueuePage.tsx';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { Announcer } from '../shell/Announcer.tsx';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { Shell } from '../shell/Shell.tsx';
import { ShortcutProvider } from '../shortcuts/ShortcutProvider.tsx';

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
