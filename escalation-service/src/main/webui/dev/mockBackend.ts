import type { Plugin } from 'vite';
import { answer } from './mock/answer.ts';
import { MockService } from './mock/service.ts';

/**
 * An escalation service in memory, for working on the console without the suite: `npm run mock`. Only the development server loads
 * it; nothing of it is in a build.
 */
export function mockBackend(): Plugin {
  return {
    name: 'surety-mock-backend',
    apply: 'serve',
    configureServer(server) {
      const service = new MockService();
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        if (/^\/(v1|login|logout|mock)(\/|$)/.test(url.pathname)) {
          void answer(service, url, request, response);
        } else {
          next();
        }
      });
    },
  };
}
