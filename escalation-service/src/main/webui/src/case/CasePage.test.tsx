import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../api/cases.ts';
import type { CaseDetail } from '../api/types.ts';
import { detail, message, mine, page, trigger } from '../testing/cases.ts';
import { FakeService, problem } from '../testing/FakeService.ts';
import { showAt } from '../testing/show.tsx';

let service: FakeService;
let current: CaseDetail;

beforeEach(() => {
  current = mine('1', { version: 4 });
  service = new FakeService()
    .on('GET /v1/cases', { body: page([]) })
    .on('GET /v1/cases/1', () => ({ body: current, etag: `"${current.version}"` }));
});

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

async function opened() {
  const console_ = showAt('/cases/1');
  await screen.findByRole('log');
  return { ...console_, readAgain: () => act(() => console_.client.invalidateQueries({ queryKey: keys.detail('1') })) };
}

describe('the case', () => {
  it('explains first why a human is needed, with rule, score, threshold, condition, values and policy', async () => {
    current = detail('1', { why: [trigger({ scorePerMille: 860, thresholdPerMille: 700 })] });
    await opened();

    const why = screen.getByRole('region', { name: /Why you are needed/ });

    expect(why.compareDocumentPosition(screen.getByRole('log')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(why.textContent).toContain('HUM-01');
    expect(why.textContent).toContain('0.86 against a threshold of 0.70');
    expect(why.textContent).toContain('checks.handover.requested = true');
    expect(why.textContent).toContain('Decided by policy baseline version 4 6f1d0c4b9a7e…');
  });

  it('leads from a finding to its words in the conversation', async () => {
    current = detail('1', {
      why: [trigger({ findings: [{ category: 'handover', path: 'messages[0].content', start: 6, end: 14 }] })],
      transcript: [message(1, { content: 'Get a person, please.', decisionId: 'decision-1' })],
    });
    await opened();

    fireEvent.click(screen.getByRole('button', { name: /Handover, customer/ }));

    expect(document.activeElement?.tagName).toBe('MARK');
    expect(document.activeElement?.textContent).toBe('person, ');
  });

  it('strikes what the customer never saw, and says so in words', async () => {
    current = mine('1', { transcript: [message(1), message(2, { speaker: 'withheld', content: 'Sell everything.' })] });
    await opened();

    const withheld = screen.getByRole('article', { name: /Bot \(withheld\)/ });

    expect(withheld.textContent).toContain('not shown to the customer');
    expect(withheld.querySelector('s')?.textContent).toBe('Sell everything.');
  });

  it('says who holds the floor', async () => {
    await opened();

    expect(screen.getByText('Bot is muted · you hold the floor')).toBeTruthy();
  });

  it('folds the reason by key', async () => {
    await opened();
    const toggle = screen.getByRole('button', { name: /Why you are needed/ });

    press('w');

    expect(toggle.getAttribute('aria-expanded')).toBe('false');
  });

  it('does not say whether a case exists that one may not see', async () => {
    service.on('GET /v1/cases/1', problem(404, 'not-found'));
    showAt('/cases/1');

    expect(await screen.findByRole('heading', { name: 'Not found, or not yours' })).toBeTruthy();
  });

  it('logs a step with an idempotency key', async () => {
    service.on('POST /v1/cases/1/steps', { status: 201, body: {} });
    await opened();
    press('l');
    await waitFor(() => expect(document.activeElement?.id).toBe('step-action'));

    fireEvent.change(screen.getByRole('textbox', { name: /What did you do/ }), { target: { value: 'Refunded the charge' } });
    fireEvent.click(screen.getByRole('button', { name: 'Log step' }));

    await waitFor(() => expect(service.of('POST /v1/cases/1/steps')).toHaveLength(1));
    const [asked] = service.of('POST /v1/cases/1/steps');
    expect(asked?.body).toEqual({ action: 'Refunded the charge' });
    expect(asked?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /What did you do/ }).value).toBe(''));
  });
});

describe('resolving', () => {
  const step = {
    id: 's',
    agent: 'Alice',
    action: 'Refunded',
    system: null,
    expected: null,
    observed: null,
    at: '2026-11-23T06:00:00Z',
  };

  async function fill() {
    const dialog = within(screen.getByRole('dialog'));
    await waitFor(() => expect(document.activeElement?.id).toBe('root-cause'));
    fireEvent.change(dialog.getByRole('combobox', { name: /Root cause/ }), { target: { value: 'process' } });
    fireEvent.change(dialog.getByRole('textbox', { name: /Resolution/ }), { target: { value: 'Refunded the charge' } });
    return dialog;
  }

  it('needs a step first', async () => {
    await opened();
    press('R');
    const dialog = await fill();

    expect(dialog.getByText(/Log at least one step first/)).toBeTruthy();
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Resolve' }).disabled).toBe(true);
  });

  it('repeats the entity tag that was read', async () => {
    current = { ...current, steps: [step] };
    service.on('POST /v1/cases/1/resolution', { body: { ...current, state: 'resolved', version: 5 }, etag: '"5"' });
    await opened();
    press('R');

    fireEvent.click((await fill()).getByRole('button', { name: 'Resolve' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [asked] = service.of('POST /v1/cases/1/resolution');
    expect(asked?.headers.get('If-Match')).toBe('"4"');
    expect(asked?.body).toEqual({ rootCause: 'process', resolution: 'Refunded the charge' });
  });

  it('keeps the text when the case changed meanwhile, and goes on with the newer version when it was looked at', async () => {
    current = { ...current, steps: [step] };
    service.on('POST /v1/cases/1/resolution', ({ headers }) => {
      if (headers.get('If-Match') === '"6"') {
        return { body: { ...current, state: 'resolved', version: 7 }, etag: '"7"' };
      }
      current = { ...current, version: 6 };
      return problem(412, 'conflict');
    });
    await opened();
    press('R');
    const dialog = await fill();
    fireEvent.click(dialog.getByRole('button', { name: 'Resolve' }));
    fireEvent.click(await dialog.findByRole('button', { name: 'I have looked at it' }));

    expect(dialog.getByRole<HTMLTextAreaElement>('textbox', { name: /Resolution/ }).value).toBe('Refunded the charge');
    fireEvent.click(dialog.getByRole('button', { name: 'Resolve' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
