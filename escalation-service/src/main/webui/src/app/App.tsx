import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { CasePage } from '../case/CasePage.tsx';
import { DecisionPage } from '../decisions/DecisionPage.tsx';
import { DecisionsPage } from '../decisions/DecisionsPage.tsx';
import { LiveProvider } from '../live/LiveProvider.tsx';
import { PlaygroundPage } from '../playground/PlaygroundPage.tsx';
import { PolicyPage } from '../policy/PolicyPage.tsx';
import { QueuePage } from '../queue/QueuePage.tsx';
import { Restricted } from '../session/Restricted.tsx';
import { homeOf } from '../session/rights.ts';
import { SessionProvider, useSession } from '../session/SessionProvider.tsx';
import { Announcer } from '../shell/Announcer.tsx';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { Shell } from '../shell/Shell.tsx';
import { ShortcutProvider } from '../shortcuts/ShortcutProvider.tsx';

const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      { index: true, element: <Home /> },
      { path: 'queue', element: <Restricted to="readCases" children={<QueuePage />} /> },
      { path: 'cases/:id', element: <Restricted to="readCases" children={<CasePage />} /> },
      { path: 'policy', element: <Restricted to="readPolicies" children={<PolicyPage />} /> },
      { path: 'policy/playground', element: <Restricted to="tryPolicies" children={<PlaygroundPage />} /> },
      { path: 'decisions', element: <Restricted to="readFigures" children={<DecisionsPage />} /> },
      { path: 'decisions/:id', element: <Restricted to="readFigures" children={<DecisionPage />} /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);

function Home() {
  return <Navigate to={homeOf(useSession())} replace />;
}

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
