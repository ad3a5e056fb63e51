import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../api/cases.ts';
import type { CaseSummary } from '../api/types.ts';
import { alice, mine, page, summary } from '../testing/cases.ts';
import { FakeService, problem } from '../testing/FakeService.ts';
import { showAt } from '../testing/show.tsx';

let service: FakeService;
let queued: CaseSummary[];

beforeEach(() => {
  queued = [summary('1', { priority: 'P1' }), summary('2')];
  service = new FakeService().on('GET /v1/cases', () => ({ body: page(queued) }));
});

const rows = () => screen.getAllByRole('link', { name: /CUST-/ }).map((link) => /CUST-\d+/.exec(link.textContent)?.[0]);
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

async function shown(session = alice) {
  const console_ = showAt('/queue', session);
  await screen.findByRole('link', { name: /CUST-1/ });
  return { ...console_, readAgain: () => act(() => console_.client.invalidateQueries({ queryKey: keys.lists })) };
}

describe('the queue', () => {
  it('says for each case who waits, why, and in which words', async () => {
    await shown();

    const row = screen.getByRole('link', { name: /CUST-1/ });

    expect(row.textContent).toContain('P1');
    expect(row.textContent).toContain('Asked for a human');
    expect(row.textContent).toContain('I want to talk to somebody.');
    expect(row.getAttribute('href')).toBe('/cases/1');
  });

  it('moves no row when a case arrives, and shows it when asked', async () => {
    const { readAgain } = await shown();
    queued = [summary('3', { priority: 'P1' }), ...queued];

    await readAgain();

    const button = await screen.findByRole('button', { name: /1 new/ });
    expect(rows()).toEqual(['CUST-1', 'CUST-2']);
    fireEvent.click(button);
    expect(rows()).toEqual(['CUST-3', 'CUST-1', 'CUST-2']);
  });

  it('shows new arrivals by key and goes to the first', async () => {
    const { readAgain } = await shown();
    queued = [summary('3', { priority: 'P1' }), ...queued];
    await readAgain();
    await screen.findByRole('button', { name: /1 new/ });

    press('.');

    expect(rows()).toEqual(['CUST-3', 'CUST-1', 'CUST-2']);
    expect(document.activeElement?.textContent).toContain('CUST-3');
  });

  it('keeps the row of a case that went while the list is in use, and says so', async () => {
    const { readAgain } = await shown();
    press('j');
    queued = [summary('2')];

    await readAgain();

    await waitFor(() => expect(screen.getByText('No longer here')).toBeTruthy());
    expect(rows()).toEqual(['CUST-1', 'CUST-2']);
  });

  it('goes along the rows with j and k and stops at the ends', async () => {
    await shown();

    press('j');
    press('j');
    press('j');
    expect(document.activeElement?.textContent).toContain('CUST-2');
    press('k');
    expect(document.activeElement?.textContent).toContain('CUST-1');
  });

  it('gives the focus back to the row of the case that one comes back from', async () => {
    service.on('GET /v1/cases/2', { body: mine('2'), etag: '"1"' });
    const { router } = await shown();
    await act(() => router.navigate('/cases/2'));
    await screen.findByRole('log');

    press('Escape');
    press('Escape');

    await waitFor(() => expect(router.state.location.pathname).toBe('/queue'));
    await waitFor(() => expect(document.activeElement?.textContent).toContain('CUST-2'));
  });

  it('names the colleague who was first, and moves nothing', async () => {
    service.on('POST /v1/cases/1/claim', problem(409, 'already-claimed', { owner: { subject: 'ana', name: 'Ana' } }));
    await shown();
    press('j');

    press('c');

    expect(await screen.findByText(/Already claimed by Ana/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Watch the case' }).getAttribute('href')).toBe('/cases/1');
    expect(rows()).toEqual(['CUST-1', 'CUST-2']);
  });

  it('claims the next case that can be had, and opens it', async () => {
    service
      .on('POST /v1/cases/1/claim', problem(409, 'already-claimed', { owner: { subject: 'ana', name: 'Ana' } }))
      .on('POST /v1/cases/2/claim', { body: mine('2'), etag: '"1"' });
    const { router } = await shown();

    press('n');

    await waitFor(() => expect(router.state.location.pathname).toBe('/cases/2'));
  });

  it('offers nothing to claim to those who only read', async () => {
    await shown({ ...alice, roles: ['auditor'] });

    expect(screen.queryByRole('button', { name: /Claim/ })).toBeNull();
    press('n');
    expect(service.of('POST /v1/cases/1/claim')).toHaveLength(0);
  });

  it('says in words that nothing is unclaimed', async () => {
    queued = [];
    showAt('/queue');

    expect(await screen.findByRole('heading', { name: 'Nothing unclaimed' })).toBeTruthy();
  });

  it('keeps the rows when they cannot be read again, and says how old they may be', async () => {
    const { readAgain } = await shown();
    service.on('GET /v1/cases', problem(503, 'unavailable'));

    await readAgain();

    expect(await screen.findByText(/List may be out of date/)).toBeTruthy();
    expect(rows()).toEqual(['CUST-1', 'CUST-2']);
  });

  it('says what is wrong when the list was never read, and tries again', async () => {
    service.on('GET /v1/cases', problem(503, 'unavailable'));
    showAt('/queue');
    await screen.findByRole('heading', { name: 'The list cannot be loaded' });
    service.on('GET /v1/cases', { body: page(queued) });

    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('link', { name: /CUST-1/ })).toBeTruthy();
  });

  it('counts the cases of each view', async () => {
    await shown();

    const views = within(screen.getByRole('navigation', { name: 'Views of the queue' }));

    expect(views.getAllByRole('link').map((link) => link.textContent)).toEqual(['Unclaimed2', 'Mine0', 'All open2', 'Resolved0']);
  });
});
