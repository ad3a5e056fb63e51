import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type ReadCase, claimCase, keys, listCases } from '../api/cases.ts';
import { explain, isKind } from '../api/problem.ts';
import { useAnnounce } from '../shell/Announcer.tsx';
import { claimNext } from './claimNext.ts';
import { type View, casePath } from './views.ts';

/** What became of an attempt to claim, if it is worth saying. */
export interface Notice {
  readonly tone: 'warning' | 'danger' | 'info';
  readonly title: string;
  readonly body?: string;
  /** The case that can be watched in place of being claimed. */
  readonly watch?: string;
}

const candidates = 20;

/** Claiming a case, or the next one; the claimed case is opened. Who is second is told who was first. */
export function useClaim(view: View) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [notice, setNotice] = useState<Notice | null>(null);

  const mutation = useMutation({
    mutationFn: async (id: string | null): Promise<ReadCase | null> =>
      id === null ? claimNext((await listCases('queued', null, candidates)).items, claimCase) : claimCase(id),
    onMutate: () => setNotice(null),
    onSuccess: (read) => {
      if (read === null) {
        setNotice({ tone: 'info', title: 'Nothing unclaimed', body: 'There is no case waiting for an owner.' });
        return;
      }
      client.setQueryData(keys.detail(read.detail.id), read);
      announce(`You claimed the case of ${read.detail.customerRef}.`);
      void navigate(casePath(read.detail.id, view));
    },
    onError: (error, id) => {
      setNotice(refusal(error, id));
      if (id !== null) {
        void client.invalidateQueries({ queryKey: keys.detail(id) });
      }
    },
    onSettled: () => void client.invalidateQueries({ queryKey: keys.lists }),
  });

  return {
    claim: (id: string) => mutation.mutate(id),
    claimNext: () => mutation.mutate(null),
    pending: mutation.isPending,
    notice,
    dismiss: () => setNotice(null),
  };
}

/** The words for a claim that failed. */
export function refusal(error: unknown, id: string | null): Notice {
  if (isKind(error, 'already-claimed')) {
    const owner = error.problem.owner?.name ?? 'a colleague';
    return { tone: 'warning', title: `Already claimed by ${owner}`, ...(id === null ? {} : { watch: id }) };
  }
  return { tone: 'danger', title: 'Not claimed', body: explain(error) };
}
