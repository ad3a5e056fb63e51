import { ProblemError, SignedOutError, UnreachableError, problemOf } from './problem.ts';

type Method = 'GET' | 'POST';

export interface Call {
  method?: Method;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Answer<T> {
  body: T;
  etag: string | null;
}

let signedOut: () => void = () => undefined;

/** Says what happens when the session has ended; the shell goes to the login page. */
export function onSignedOut(handler: () => void): void {
  signedOut = handler;
}

/**
 * One call to the service. The session cookie is sent by the browser; the `X-Surety-Console` header proves that the call comes
 * from this page (a foreign site cannot set it), and `X-Requested-With` asks for a 401 in place of a redirect.
 */
export async function request<T>(path: string, call: Call = {}): Promise<Answer<T>> {
  const response = await send(path, call);
  if (response.status === 401 || response.status === 499 || response.type === 'opaqueredirect') {
    signedOut();
    throw new SignedOutError();
  }
  if (!response.ok) {
    throw new ProblemError(await problemOf(response));
  }
  return { body: (await response.json()) as T, etag: response.headers.get('ETag') };
}

async function send(path: string, { method = 'GET', body, headers = {}, signal }: Call): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      redirect: 'manual',
      headers: {
        Accept: 'application/json',
        'X-Requested-With': 'JavaScript',
        ...(method === 'GET' ? {} : { 'X-Surety-Console': '1' }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) {
      throw cause;
    }
    throw new UnreachableError(cause);
  }
}
