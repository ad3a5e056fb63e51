import { QueryClient } from '@tanstack/react-query';
import { ProblemError, SignedOutError } from '../api/problem.ts';

const retries = 2;

/** Live events say what to read again, so nothing is polled; refusals are not repeated, failures to reach the service are. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => failures < retries && !isFinal(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

function isFinal(error: Error): boolean {
  return error instanceof SignedOutError || (error instanceof ProblemError && error.status < 500);
}
