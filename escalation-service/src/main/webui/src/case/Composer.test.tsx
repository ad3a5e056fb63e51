import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '../api/cases.ts';
import type { CaseDetail, Message } from '../api/types.ts';
import { message, mine, page } from '../testing/cases.ts';
import { FakeService, problem } from '../testing/FakeService.ts';
import { showAt } from '../testing/show.tsx';

const replies = 'POST /v1/cases/1/replies';
let service: FakeService;
let current: CaseDetail;

beforeEach(() => {
  current = mine('1', { version: 4 });
  service = new FakeService()
    .on('GET /v1/cases', { body: page([]) })
    .on('GET /v1/cases/1', () => ({ body: current, etag: `"${current.version}"` }))
    .on(replies, ({ body }) => {
      const said = message((current.transcript.at(-1)?.sequence ?? 0) + 1, {
        speaker: 'human',
        author: 'Alice',
        content: (body as Message).content,
      });
      current = { ...current, version: current.version + 1, transcript: [...current.transcript, said] };
      return { status: 201, body: said };
    });
});

async function opened() {
  const console_ = showAt('/cases/1');
  await screen.findByRole('textbox', { name: 'Reply to CUST-1' });
  return { ...console_, readAgain: () => act(() => console_.client.invalidateQueries({ queryKey: keys.detail('1') })) };
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply to CUST-1' });
const write = (value: string) => fireEvent.change(field(), { target: { value } });
const sendByKey = () => fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
const customerSays = (content: string) => {
  const sequence = (current.transcript.at(-1)?.sequence ?? 0) + 1;
  current = { ...current, version: current.version + 1, transcript: [...current.transcript, message(sequence, { content })] };
};

describe('the composer', () => {
  it('sends what was written, with what had been seen, and is empty again', async () => {
    await opened();
    write('It is refunded.');

    sendByKey();

    await waitFor(() => expect(field().value).toBe(''));
    expect(service.of(replies)[0]?.body).toMatchObject({ content: 'It is refunded.', seenSequence: 2 });
    expect(screen.getByRole('log').textContent).toContain('It is refunded.');
  });

  it('says by which channel it sends', async () => {
    current = mine('1', { channel: 'email' });
    await opened();

    expect(screen.getByRole('button', { name: 'Send by e-mail' })).toBeTruthy();
  });

  it('leaves the text alone when messages come in, and says that they did', async () => {
    const { readAgain } = await opened();
    write('It is refunded.');
    customerSays('And why did it happen?');

    await readAgain();

    expect(await screen.findByText('1 new message since you began')).toBeTruthy();
    expect(field().value).toBe('It is refunded.');
  });

  it('asks again before it sends what was written without the newest message', async () => {
    const { readAgain } = await opened();
    write('It is refunded.');
    customerSays('And why did it happen?');
    await readAgain();
    await screen.findByText('1 new message since you began');

    sendByKey();

    expect(await screen.findByRole('heading', { name: /Not sent yet/ })).toBe(document.activeElement);
    expect(service.of(replies)).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: 'Send as it is' }));
    await waitFor(() => expect(service.of(replies)).toHaveLength(1));
    expect(service.of(replies)[0]?.body).toMatchObject({ seenSequence: 3 });
    expect(document.activeElement).toBe(field());
  });

  it('shows the messages that only the service knew, also while the live feed is broken', async () => {
    await opened();
    const unheard = message(3, { content: 'Wait, I found the mistake.' });
    service.on(replies, ({ body }) =>
      (body as { seenSequence: number }).seenSequence < 3
        ? problem(409, 'context-changed', { missing: [unheard] })
        : { status: 201, body: message(4, { speaker: 'human', author: 'Alice', content: 'It is refunded.' }) },
    );
    write('It is refunded.');

    sendByKey();

    await screen.findByText('Wait, I found the mistake.');
    expect(field().value).toBe('It is refunded.');
    fireEvent.click(screen.getByRole('button', { name: 'Send as it is' }));
    await waitFor(() => expect(field().value).toBe(''));
    expect(service.of(replies).map(({ body }) => (body as { seenSequence: number }).seenSequence)).toEqual([2, 3]);
  });

  it('keeps the text when it could not be sent, and sends it again as the same message', async () => {
    await opened();
    service.on(replies, problem(503, 'unavailable'));
    write('It is refunded.');
    sendByKey();
    await screen.findByText(/Not sent. Your text is kept./);

    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));

    await waitFor(() => expect(service.of(replies)).toHaveLength(2));
    const ids = service.of(replies).map(({ body }) => (body as { clientMessageId: string }).clientMessageId);
    expect(new Set(ids).size).toBe(1);
    expect(field().value).toBe('It is refunded.');
  });

  it('brings the draft back after the page was left for the login', async () => {
    await opened();
    write('Half a sen');
    cleanup();

    await opened();

    expect(field().value).toBe('Half a sen');
  });

  it('keeps the text of someone who lost the floor, and lets nobody send it', async () => {
    const { readAgain } = await opened();
    write('It is refunded.');
    current = { ...current, owner: { subject: 'ana', name: 'Ana' }, version: 9 };

    await readAgain();

    expect(await screen.findByText(/You no longer hold the floor/)).toBeTruthy();
    expect(screen.getByText('It is refunded.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
  });

  it('does nothing on single keys while one writes', async () => {
    await opened();
    field().focus();

    fireEvent.keyDown(field(), { key: 'u' });
    fireEvent.keyDown(field(), { key: 'R' });

    expect(service.of('POST /v1/cases/1/release')).toHaveLength(0);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
