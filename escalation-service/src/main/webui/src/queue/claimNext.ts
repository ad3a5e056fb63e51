import { isKind } from '../api/problem.ts';
import type { CaseSummary } from '../api/types.ts';

/**
 * Claims the first case that can be had. Others claim at the same time: who comes second on one case tries the one below it, so that
 * ten people who press the key together get ten cases.
 */
export async function claimNext<T>(unclaimed: readonly CaseSummary[], claim: (id: string) => Promise<T>): Promise<T | null> {
  for (const { id } of unclaimed) {
    try {
      return await claim(id);
    } catch (error) {
      if (!isKind(error, 'already-claimed')) {
        throw error;
      }
    }
  }
  return null;
}
