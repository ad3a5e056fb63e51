import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ListState, ReplyDraft, ResolutionDraft, StepDraft } from '../../src/api/types.ts';
import { MockProblem, type MockService } from './service.ts';

type Body = Record<string, unknown>;

/** Answers as the service does, as far as the console can see. `/mock/…` makes things happen that others would do. */
export async function answer(service: MockService, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await route(service, url, request, response);
  } catch (problem) {
    if (!(problem instanceof MockProblem)) {
      throw problem;
    }
    response.writeHead(problem.status, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify(problem.body()));
  }
}

async function route(service: MockService, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, area, collection, id, action] = url.pathname.split('/');
  const body = request.method === 'POST' ? await read(request) : {};
  if (area === 'mock') {
    return send(response, 200, service.control(collection ?? '', body));
  }
  if (area === 'login' || area === 'logout') {
    service.expired = area === 'logout';
    response.writeHead(302, { Location: url.searchParams.get('return') ?? '/' });
    response.end();
    return;
  }
  service.checkUp();
  if (request.method === 'POST' && request.headers['x-surety-console'] !== '1') {
    throw new MockProblem(403, 'forbidden', 'The header X-Surety-Console is missing.');
  }
  switch (collection) {
    case 'session':
      return send(response, 200, service.session());
    case 'stream':
      return service.subscribe(response, request.headers['last-event-id']?.toString() ?? url.searchParams.get('cursor'));
    case 'cases':
      return cases(service, url, id, action, body, request, response);
    default:
      throw new MockProblem(404, 'not-found', 'There is no such resource.');
  }
}

function cases(
  service: MockService,
  url: URL,
  id: string | undefined,
  action: string | undefined,
  body: Body,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (id === undefined) {
    const state = (url.searchParams.get('state') ?? 'queued') as ListState;
    return send(response, 200, service.list(state, url.searchParams.get('cursor'), Number(url.searchParams.get('limit') ?? 50)));
  }
  switch (action) {
    case undefined:
      return sendCase(response, service.detail(id));
    case 'claim':
      return sendCase(response, service.claim(id));
    case 'release':
      return sendCase(response, service.release(id));
    case 'replies':
      return send(response, 201, service.reply(id, body as unknown as ReplyDraft));
    case 'steps':
      return send(response, 201, service.step(id, body as unknown as StepDraft));
    case 'resolution':
      return sendCase(response, service.resolve(id, body as unknown as ResolutionDraft, request.headers['if-match']));
    default:
      throw new MockProblem(404, 'not-found', 'There is no such resource.');
  }
}

function sendCase(response: ServerResponse, detail: { version: number }): void {
  response.setHeader('ETag', `"${detail.version}"`);
  send(response, 200, detail);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Body);
}
