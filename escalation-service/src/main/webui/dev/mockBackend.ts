import type { Connect, Plugin } from 'vite';
import { answer } from './mock/answer.ts';
import { MockService } from './mock/service.ts';

/**
 * An escalation service in memory, for working on the console without the suite: `npm run mock`, or `SURETY_MOCK=1 npm run preview`
 * for the built console. Only these two servers load it; nothing of it is in a build.
 */
export function mockBackend(): Plugin {
  return {
    name: 'surety-mock-backend',
    apply: (_config, { command }) => command === 'serve',
    configureServer: ({ middlewares }) => serve(middlewares),
    configurePreviewServer: ({ middlewares }) => serve(middlewares),
  };
}

function serve(middlewares: Connect.Server): void {
  const service = new MockService();
  middlewares.use((request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (/^\/(v1|login|logout|mock)(\/|$)/.test(url.pathname)) {
      void answer(service, url, request, response);
    } else {
      next();
    }
  });
}
