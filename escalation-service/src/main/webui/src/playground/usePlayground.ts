import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { policyKeys, preview, readPolicy } from '../api/policies.ts';
import type { Exchange, Preview } from '../api/policyTypes.ts';
import { useAnnounce } from '../shell/Announcer.tsx';
import { actionWords } from '../shared/actions.ts';
import { count } from '../shared/words.ts';
import { useKept } from '../shared/useKept.ts';
import { type Draft, emptyDraft, exchangeOf, missing } from './draft.ts';

/** What was tried and what came of it, together: the fields may have changed since. */
export interface Tried {
  readonly draft: Draft;
  readonly exchange: Exchange;
  readonly preview: Preview;
}

export interface Playground {
  draft: Draft;
  change(changes: Partial<Draft>): void;
  load(draft: Draft): void;
  /** The policy in force for the bot, to begin a draft from. */
  inForce: string | undefined;
  trying: boolean;
  setTrying(trying: boolean): void;
  tried: Tried | null;
  /** Whether fields changed after what is shown was tried. */
  stale: boolean;
  missing: string | null;
  run(): void;
  running: boolean;
  error: Error | null;
}

export function usePlayground(): Playground {
  const [draft, keep] = useKept<Draft>('surety.playground', emptyDraft);
  const [tried, setTried] = useState<Tried | null>(null);
  const announce = useAnnounce();
  const trying = draft.trying === 'yes';
  const policy = useQuery({
    queryKey: policyKeys.current(draft.bot),
    queryFn: ({ signal }) => readPolicy(draft.bot, signal),
    enabled: trying && draft.document === '',
    staleTime: 60_000,
  });
  const inForce = policy.data?.document;
  const asking = useMutation({
    mutationFn: async (asked: Draft): Promise<Tried> => {
      const exchange = exchangeOf(asked);
      return { draft: asked, exchange, preview: await preview(exchange, documentOf(asked, inForce)) };
    },
    onSuccess: (result) => {
      setTried(result);
      announce(inShort(result.preview));
    },
  });
  const run = (asked: Draft) => {
    if (missing(asked) === null && !asking.isPending) {
      asking.mutate(asked);
    }
  };
  return {
    draft,
    change: (changes) => keep({ ...draft, ...changes }),
    load: (fields) => {
      const next = { ...fields, bot: draft.bot, document: draft.document, trying: draft.trying };
      keep(next);
      run(next);
    },
    inForce,
    trying,
    setTrying: (on) => keep({ ...draft, trying: on ? 'yes' : '' }),
    tried,
    stale: tried !== null && JSON.stringify(tried.draft) !== JSON.stringify(draft),
    missing: missing(draft),
    run: () => run(draft),
    running: asking.isPending,
    error: asking.error,
  };
}

/** The document that decides: what was written, or what is in force as long as nothing was. */
function documentOf(draft: Draft, inForce: string | undefined): string | null {
  return draft.trying !== 'yes' ? null : draft.document === '' ? (inForce ?? null) : draft.document;
}

function inShort({ decision, diagnostics }: Preview): string {
  if (decision === undefined) {
    return `The document cannot decide: ${count(diagnostics.length, 'problem', 'problems')}.`;
  }
  const fired = decision.results.filter(({ status }) => status !== 'pass').length;
  return `${actionWords(decision.action).name}. ${count(fired, 'rule', 'rules')} fired.`;
}
