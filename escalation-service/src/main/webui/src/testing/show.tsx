import { QueryClientProvider } from '@tanstack/react-query';
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { keys } from '../api/cases.ts';
import type { Session } from '../api/types.ts';
import { newQueryClient } from '../app/queries.ts';
import { CasePage } from '../case/CasePage.tsx';
import { DecisionPage } from '../decisions/DecisionPage.tsx';
import { DecisionsPage } from '../decisions/DecisionsPage.tsx';
import { PlaygroundPage } from '../playground/PlaygroundPage.tsx';
import { PolicyPage } from '../policy/PolicyPage.tsx';
import { QueuePage } from '../queue/QueuePage.tsx';
import { Restricted } from '../session/Restricted.tsx';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { Announcer } from '../shell/Announcer.tsx';
import { ShortcutProvider } from '../shortcuts/ShortcutProvider.tsx';
import { alice } from './cases.ts';

/** Shows a page of the console at an address, logged in. The query client comes back, to bring in changes as the live feed does. */
export function showAt(path: string, session: Session = alice) {
  const client = newQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  const router = createMemoryRouter(
    [
      { path: '/queue', element: <QueuePage /> },
      { path: '/cases/:id', element: <CasePage /> },
      { path: '/policy', element: <Restricted to="readPolicies" children={<PolicyPage />} /> },
      { path: '/policy/playground', element: <Restricted to="tryPolicies" children={<PlaygroundPage />} /> },
      { path: '/decisions', element: <Restricted to="readFigures" children={<DecisionsPage />} /> },
      { path: '/decisions/:id', element: <Restricted to="readFigures" children={<DecisionPage />} /> },
    ],
    { initialEntries: [path] },
  );
  return { client, router, ...within(<RouterProvider router={router} />, session, client) };
}

function within(children: ReactNode, session: Session, client: ReturnType<typeof newQueryClient>): RenderResult {
  client.setQueryData(keys.session, session);
  return render(
    <QueryClientProvider client={client}>
      <SessionProvider>
        <ShortcutProvider>
          <Announcer>{children}</Announcer>
        </ShortcutProvider>
      </SessionProvider>
    </QueryClientProvider>,
  );
}
