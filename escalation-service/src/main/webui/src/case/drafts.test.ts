import { describe, expect, it } from 'vitest';
import { edited, emptyDraft, loadDraft, saveDraft } from './drafts.ts';

const key = { caseId: 'a', subject: 'alice' };

function ids(): () => string {
  let next = 0;
  return () => `id-${(next += 1)}`;
}

describe('a draft', () => {
  it('remembers what was on the screen when the writing began, not what came since', () => {
    const newId = ids();
    const begun = edited(emptyDraft(0, newId), 'H', 4, newId);
    const later = edited(begun, 'Hello', 9, newId);

    expect(later).toMatchObject({ content: 'Hello', seen: 4 });
  });

  it('begins anew after it was emptied', () => {
    const newId = ids();
    const emptied = edited(edited(emptyDraft(0, newId), 'Hello', 4, newId), '', 5, newId);

    expect(edited(emptied, 'Good morning', 6, newId).seen).toBe(6);
  });

  it('goes out under the same id when the same text is tried again', () => {
    const newId = ids();
    const tried = { ...edited(emptyDraft(0, newId), 'Hello', 1, newId), attempted: 'Hello' };

    expect(edited(tried, 'Hello', 1, newId).clientMessageId).toBe(tried.clientMessageId);
  });

  it('is another message when the text was changed after an attempt', () => {
    const newId = ids();
    const tried = { ...edited(emptyDraft(0, newId), 'Hello', 1, newId), attempted: 'Hello' };
    const changed = edited(tried, 'Hello there', 1, newId);

    expect(changed.clientMessageId).not.toBe(tried.clientMessageId);
    expect(changed.attempted).toBeNull();
  });

  it('survives a new login in the same tab, for its case and its author only', () => {
    const newId = ids();
    const draft = edited(emptyDraft(0, newId), 'Hello', 4, newId);
    saveDraft(key, draft);

    expect(loadDraft(key)).toEqual(draft);
    expect(loadDraft({ ...key, caseId: 'b' })).toBeNull();
    expect(loadDraft({ ...key, subject: 'amir' })).toBeNull();
  });

  it('is forgotten when it is empty', () => {
    const newId = ids();
    saveDraft(key, edited(emptyDraft(0, newId), 'Hello', 4, newId));
    saveDraft(key, emptyDraft(5, newId));

    expect(loadDraft(key)).toBeNull();
  });

  it('is nothing when the storage holds something else', () => {
    sessionStorage.setItem('surety.draft.a.alice', '{"content":7}');
    expect(loadDraft(key)).toBeNull();
    sessionStorage.setItem('surety.draft.a.alice', '{{');
    expect(loadDraft(key)).toBeNull();
  });
});
