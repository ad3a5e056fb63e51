import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '../api/cases.ts';
import type { Session } from '../api/types.ts';
import { newQueryClient } from '../app/queries.ts';
import { LiveProvider } from '../live/LiveProvider.tsx';
import { SessionProvider } from '../session/SessionProvider.tsx';
import { ShortcutProvider } from '../shortcuts/ShortcutProvider.tsx';
import { alice } from '../testing/cases.ts';
import { FakeEventSource } from '../testing/FakeEventSource.ts';
import { pia } from '../testing/policies.ts';
import { Shell } from './Shell.tsx';

function shown(session: Session) {
  const client = newQueryClient();
  client.setQueryData(keys.session, session);
  const router = createMemoryRouter([{ element: <Shell />, children: [{ path: '*', element: <main>page</main> }] }], {
    initialEntries: ['/elsewhere'],
  });
  render(
    <QueryClientProvider client={client}>
      <SessionProvider>
        <LiveProvider>
          <ShortcutProvider>
            <RouterProvider router={router} />
          </ShortcutProvider>
        </LiveProvider>
      </SessionProvider>
    </QueryClientProvider>,
  );
  const links = within(screen.getByRole('navigation', { name: 'Main' })).queryAllByRole('link');
  return { router, links: links.map((link) => link.getAttribute('href')) };
}

beforeEach(() => {
  FakeEventSource.install();
  // Without channels between tabs each has a stream of its own.
  vi.stubGlobal('BroadcastChannel', undefined);
});

describe('the frame around every page', () => {
  it('offers an author of policies the policy pages, and follows no cases', () => {
    const { links } = shown(pia);

    expect(links).toEqual(['/policy/playground', '/policy', '/decisions']);
    expect(FakeEventSource.all).toHaveLength(0);
    expect(screen.queryByText(/Connection:/)).toBeNull();
  });

  it('offers an agent the queue, and follows it', () => {
    const { links } = shown(alice);

    expect(links).toEqual(['/queue']);
    expect(FakeEventSource.all).toHaveLength(1);
    expect(screen.getByText(/Connection:/)).toBeTruthy();
  });

  it('goes by key to pages that one may see, and to no others', () => {
    const { router } = shown(pia);

    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'q' });
    expect(router.state.location.pathname).toBe('/elsewhere');
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'd' });
    expect(router.state.location.pathname).toBe('/decisions');
  });
});
