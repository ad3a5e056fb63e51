import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ReadCase, keys, sendReply } from '../api/cases.ts';
import { isKind } from '../api/problem.ts';
import type { CaseDetail, Message } from '../api/types.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { useAnnounce } from '../shell/Announcer.tsx';
import { type Draft, edited, emptyDraft, loadDraft, saveDraft } from './drafts.ts';
import { unseen, withMessage } from './transcript.ts';

const newId = () => crypto.randomUUID();

/** Writing and sending a reply. No live event touches the text, and no refusal removes it. */
export function useComposer(detail: CaseDetail) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const { subject } = useSession();
  const key = { caseId: detail.id, subject };
  const last = detail.transcript.at(-1)?.sequence ?? 0;
  const [draft, setDraft] = useState<Draft>(() => loadDraft(key) ?? emptyDraft(last, newId));
  const [reported, setReported] = useState<readonly Message[]>([]);
  const [asking, setAsking] = useState(false);
  const writing = draft.content.trim() !== '';
  const missing = writing ? unseen(detail.transcript, reported, draft.seen) : [];

  const change = (next: Draft) => {
    setDraft(next);
    saveDraft(key, next);
  };

  const mutation = useMutation({
    mutationFn: ({ clientMessageId, content, seen }: Draft) =>
      sendReply(detail.id, { clientMessageId, content: content.trim(), seenSequence: seen }),
    onMutate: (sent) => change({ ...sent, attempted: sent.content }),
    onSuccess: (message) => {
      client.setQueryData<ReadCase>(keys.detail(detail.id), (have) => have && withMessage(have, message));
      void client.invalidateQueries({ queryKey: keys.detail(detail.id) });
      setReported([]);
      change(emptyDraft(message.sequence, newId));
      announce('Sent.');
    },
    onError: (error) => {
      if (isKind(error, 'context-changed')) {
        setReported(error.problem.missing ?? []);
        setAsking(true);
      }
      void client.invalidateQueries({ queryKey: keys.detail(detail.id) });
    },
  });

  const dispatch = (ready: Draft) => {
    setAsking(false);
    mutation.mutate(ready);
  };
  const newest = Math.max(last, ...missing.map((message) => message.sequence));

  return {
    draft,
    writing,
    missing,
    asking: asking && missing.length > 0,
    sending: mutation.isPending,
    error: mutation.error !== null && !isKind(mutation.error, 'context-changed') ? mutation.error : null,
    write: (content: string) => {
      mutation.reset();
      change(edited(draft, content, last, newId));
    },
    /** Sends, or asks first when something was said that the author has not seen. */
    send: () => {
      if (!writing || mutation.isPending) {
        return;
      }
      if (missing.length > 0) {
        setAsking(true);
        return;
      }
      dispatch(draft);
    },
    /** The author has read what was missing. */
    acknowledge: () => {
      setAsking(false);
      change({ ...draft, seen: newest });
    },
    sendAnyway: () => dispatch({ ...draft, seen: newest }),
  };
}

export type ComposerModel = ReturnType<typeof useComposer>;
