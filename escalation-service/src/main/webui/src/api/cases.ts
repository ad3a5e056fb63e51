import { request } from './client.ts';
import type { CaseDetail, CasePage, ListState, Message, ReplyDraft, ResolutionDraft, Session, Step, StepDraft } from './types.ts';

/** A case as it was read, with the entity tag that a resolution must repeat. */
export interface ReadCase {
  detail: CaseDetail;
  etag: string;
}

/** Names of what is cached, from general to particular. */
export const keys = {
  session: ['session'] as const,
  lists: ['cases'] as const,
  list: (state: ListState) => ['cases', state] as const,
  details: ['case'] as const,
  detail: (id: string) => ['case', id] as const,
};

export async function readSession(): Promise<Session> {
  return (await request<Session>('/v1/session')).body;
}

export async function listCases(state: ListState, cursor: string | null, limit: number, signal?: AbortSignal): Promise<CasePage> {
  const query = new URLSearchParams({ state, limit: String(limit), ...(cursor === null ? {} : { cursor }) });
  return (await request<CasePage>(`/v1/cases?${query}`, signal ? { signal } : {})).body;
}

export async function readCase(id: string, signal?: AbortSignal): Promise<ReadCase> {
  return asRead(await request<CaseDetail>(casePath(id), signal ? { signal } : {}));
}

export async function claimCase(id: string): Promise<ReadCase> {
  return asRead(await request<CaseDetail>(`${casePath(id)}/claim`, { method: 'POST' }));
}

export async function releaseCase(id: string): Promise<ReadCase> {
  return asRead(await request<CaseDetail>(`${casePath(id)}/release`, { method: 'POST' }));
}

export async function sendReply(id: string, reply: ReplyDraft): Promise<Message> {
  return (await request<Message>(`${casePath(id)}/replies`, { method: 'POST', body: reply })).body;
}

export async function logStep(id: string, step: StepDraft, idempotencyKey: string): Promise<Step> {
  const headers = { 'Idempotency-Key': idempotencyKey };
  return (await request<Step>(`${casePath(id)}/steps`, { method: 'POST', body: step, headers })).body;
}

export async function resolveCase(id: string, resolution: ResolutionDraft, etag: string): Promise<ReadCase> {
  const headers = { 'If-Match': etag };
  return asRead(await request<CaseDetail>(`${casePath(id)}/resolution`, { method: 'POST', body: resolution, headers }));
}

function casePath(id: string): string {
  return `/v1/cases/${encodeURIComponent(id)}`;
}

function asRead({ body, etag }: { body: CaseDetail; etag: string | null }): ReadCase {
  return { detail: body, etag: etag ?? `"${body.version}"` };
}
