import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeService, problem } from '../testing/FakeService.ts';
import { onSignedOut, request } from './client.ts';
import { ProblemError, SignedOutError, UnreachableError, explain, isKind, problemOf } from './problem.ts';

let service: FakeService;
const left = vi.fn();

beforeEach(() => {
  service = new FakeService();
  left.mockReset();
  onSignedOut(left);
});

describe('a call to the service', () => {
  it('proves that it comes from the console when it changes something', async () => {
    service.on('POST /v1/cases/a/claim', { body: {} }).on('GET /v1/session', { body: {} });

    await request('/v1/cases/a/claim', { method: 'POST' });
    await request('/v1/session');

    expect(service.asked[0]?.headers.get('X-Surety-Console')).toBe('1');
    expect(service.asked[1]?.headers.has('X-Surety-Console')).toBe(false);
  });

  it('gives the entity tag back with the answer', async () => {
    service.on('GET /v1/cases/a', { body: { id: 'a' }, etag: '"7"' });

    expect(await request('/v1/cases/a')).toEqual({ body: { id: 'a' }, etag: '"7"' });
  });

  it.each([401, 499])('leaves for the login when the session is over (%i)', async (status) => {
    service.on('GET /v1/session', { status, body: {} });

    await expect(request('/v1/session')).rejects.toThrow(SignedOutError);
    expect(left).toHaveBeenCalledOnce();
  });

  it('tells a refusal from a service that cannot be reached', async () => {
    service.on('GET /v1/cases', problem(403, 'forbidden'));

    await expect(request('/v1/cases')).rejects.toThrow(ProblemError);
    await expect(request('/v1/unknown')).rejects.toThrow(UnreachableError);
  });
});

describe('a problem', () => {
  it('is known by the last part of its type', async () => {
    service.on('GET /v1/x', problem(409, 'already-claimed', { owner: { subject: 'ana', name: 'Ana' } }));

    const error = await request('/v1/x').catch((reason: unknown) => reason);

    expect(isKind(error, 'already-claimed')).toBe(true);
    expect((error as ProblemError).problem.owner?.name).toBe('Ana');
  });

  it('names the fields that were wrong', () => {
    const wrong = new ProblemError({
      type: 'x/invalid-value',
      title: 'Invalid',
      status: 400,
      detail: 'A value is wrong.',
      errors: [{ pointer: '/action', detail: 'It is empty.' }],
    });

    expect(explain(wrong)).toBe('A value is wrong. It is empty.');
  });

  it('is made up from the status where a proxy answered in its own way', async () => {
    const page = new Response('<h1>Bad gateway</h1>', {
      status: 502,
      statusText: 'Bad Gateway',
      headers: { 'Content-Type': 'text/html' },
    });

    expect(await problemOf(page)).toMatchObject({ status: 502, title: 'Bad Gateway' });
  });
});
