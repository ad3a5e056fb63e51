import { vi } from 'vitest';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: unknown;
}

export type Reply = { status?: number; body: unknown; etag?: string };

/** Stands in for the service behind `fetch`. A route answers with a value or, asked each time, with a function. */
export class FakeService {
  readonly asked: Asked[] = [];
  private readonly routes = new Map<string, (asked: Asked) => Reply>();

  constructor() {
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) => this.answer(input, init));
  }

  on(route: string, reply: Reply | ((asked: Asked) => Reply)): this {
    this.routes.set(route, typeof reply === 'function' ? reply : () => reply);
    return this;
  }

  of(route: string): Asked[] {
    return this.asked.filter((each) => `${each.method} ${each.path.split('?')[0]}` === route);
  }

  private answer(input: string, init: RequestInit = {}): Promise<Response> {
    const asked: Asked = {
      method: init.method ?? 'GET',
      path: input,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    this.asked.push(asked);
    const route = this.routes.get(`${asked.method} ${input}`) ?? this.routes.get(`${asked.method} ${input.split('?')[0]}`);
    if (route === undefined) {
      return Promise.reject(new Error(`No route for ${asked.method} ${input}`));
    }
    const { status = 200, body, etag } = route(asked);
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    const headers = { 'Content-Type': type, ...(etag === undefined ? {} : { ETag: etag }) };
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers }));
  }
}

export function problem(status: number, kind: string, extensions: object = {}): Reply {
  return {
    status,
    body: { type: `https://surety.dev/problems/${kind}`, title: kind, status, detail: `It is ${kind}.`, ...extensions },
  };
}
