import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReadCase, keys, logStep, readCase, releaseCase, resolveCase } from '../api/cases.ts';
import { isKind } from '../api/problem.ts';
import type { ResolutionDraft, StepDraft } from '../api/types.ts';
import { useAnnounce } from '../shell/Announcer.tsx';

/** The open case. While it is read again what was known stays on the screen. */
export function useCase(id: string) {
  return useQuery({ queryKey: keys.detail(id), queryFn: ({ signal }) => readCase(id, signal) });
}

/** Takes an answer into the cache, unless something newer is there already. */
export function useKeep(): (read: ReadCase) => void {
  const client = useQueryClient();
  return (read) => {
    client.setQueryData<ReadCase>(keys.detail(read.detail.id), (have) =>
      have !== undefined && have.detail.version > read.detail.version ? have : read,
    );
    void client.invalidateQueries({ queryKey: keys.lists });
  };
}

export function useRelease(id: string) {
  const keep = useKeep();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: () => releaseCase(id),
    onSuccess: (read) => {
      keep(read);
      announce('You released the case. It is back in the queue.');
    },
  });
}

export interface StepAttempt {
  readonly step: StepDraft;
  readonly idempotencyKey: string;
}

export function useLogStep(id: string) {
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: ({ step, idempotencyKey }: StepAttempt) => logStep(id, step, idempotencyKey),
    onSuccess: async () => {
      announce('Step logged.');
      await client.invalidateQueries({ queryKey: keys.detail(id) });
    },
  });
}

export interface ResolutionAttempt {
  readonly resolution: ResolutionDraft;
  readonly etag: string;
}

export function useResolve(id: string) {
  const client = useQueryClient();
  const keep = useKeep();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: ({ resolution, etag }: ResolutionAttempt) => resolveCase(id, resolution, etag),
    onSuccess: (read) => {
      keep(read);
      announce('The case is resolved.');
    },
    onError: (error) => {
      if (isStale(error)) {
        void client.invalidateQueries({ queryKey: keys.detail(id) });
      }
    },
  });
}

/** The case was changed by somebody else after it was read. */
export function isStale(error: unknown): boolean {
  return isKind(error, 'precondition-failed') || (error instanceof Error && 'status' in error && error.status === 412);
}
