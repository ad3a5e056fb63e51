import { forThisTab, recall, remember } from '../shared/storage.ts';

/**
 * What an agent is writing. `seen` is the last message on the screen when the writing began (or was confirmed). `attempted` is the
 * text that was sent under `clientMessageId` without an answer: the same text is sent again under the same id, so that it arrives once.
 */
export interface Draft {
  readonly content: string;
  readonly seen: number;
  readonly clientMessageId: string;
  readonly attempted: string | null;
}

/** Case and author: a draft is never shown to another person, nor with another customer. */
export interface DraftKey {
  readonly caseId: string;
  readonly subject: string;
}

export function emptyDraft(seen: number, newId: () => string): Draft {
  return { content: '', seen, clientMessageId: newId(), attempted: null };
}

/** Writing on. From nothing it begins anew, with what is on the screen now; a text that was changed after an attempt is a new message. */
export function edited(draft: Draft, content: string, lastSequence: number, newId: () => string): Draft {
  if (draft.content.trim() === '') {
    return { ...emptyDraft(lastSequence, newId), content };
  }
  const again = draft.attempted === null || draft.attempted === content;
  return again ? { ...draft, content } : { ...draft, content, clientMessageId: newId(), attempted: null };
}

export function saveDraft(key: DraftKey, draft: Draft): void {
  remember(forThisTab, nameOf(key), draft.content === '' ? null : JSON.stringify(draft));
}

export function loadDraft(key: DraftKey): Draft | null {
  try {
    const value: unknown = JSON.parse(recall(forThisTab, nameOf(key)) ?? 'null');
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Draft> | null;
  return (
    typeof draft?.content === 'string' &&
    typeof draft.seen === 'number' &&
    typeof draft.clientMessageId === 'string' &&
    (draft.attempted === null || typeof draft.attempted === 'string')
  );
}

function nameOf({ caseId, subject }: DraftKey): string {
  return `surety.draft.${caseId}.${subject}`;
}
