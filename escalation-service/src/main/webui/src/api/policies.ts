import { request } from './client.ts';
import type { Exchange, PolicyInForce, PolicyItem, Preview } from './policyTypes.ts';

/** Names of what is cached. */
export const policyKeys = {
  list: ['policies'] as const,
  current: (bot: string) => ['policy', bot] as const,
};

export async function listPolicies(signal?: AbortSignal): Promise<PolicyItem[]> {
  return (await request<{ items: PolicyItem[] }>('/v1/guardrail/policies', signal ? { signal } : {})).body.items;
}

export async function readPolicy(bot: string, signal?: AbortSignal): Promise<PolicyInForce> {
  const query = new URLSearchParams({ bot });
  return (await request<PolicyInForce>(`/v1/guardrail/policies/current?${query}`, signal ? { signal } : {})).body;
}

/** Tries out how an exchange would be decided: by the policy in force, or by a document. */
export async function preview(exchange: Exchange, policy: string | null, signal?: AbortSignal): Promise<Preview> {
  const body = policy === null ? { exchange } : { exchange, policy };
  const call = { method: 'POST' as const, body, ...(signal ? { signal } : {}) };
  return (await request<Preview>('/v1/guardrail/evaluations/preview', call)).body;
}
