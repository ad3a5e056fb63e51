import type { Edit } from '../api/policyTypes.ts';

/** A run of text that both sides have, or only one. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

const mostCells = 4_000_000;

/**
 * What became of a text, as runs that give the text before (without `added`) and behind (without `removed`). A text that was
 * replaced as a whole is not searched for words that happen to stand in both.
 */
export function difference(before: string, after: string, edits: readonly Edit[]): readonly Run[] {
  if (before === after) {
    return before === '' ? [] : [{ kind: 'same', text: before }];
  }
  if (edits.some(({ operation }) => operation === 'replace')) {
    return runs([...(before === '' ? [] : [removed(before)]), ...(after === '' ? [] : [added(after)])]);
  }
  const told = byEdits(before, after, edits);
  if (told !== null) {
    return runs(told);
  }
  const inside = before === '' ? -1 : after.indexOf(before);
  if (inside >= 0) {
    return runs([added(after.slice(0, inside)), same(before), added(after.slice(inside + before.length))]);
  }
  const [head, left, right, tail] = withoutEnds(tokens(before), tokens(after));
  const middle = left.length * right.length > mostCells ? [...left.map(removed), ...right.map(added)] : align(left, right);
  return runs([...head.map(same), ...middle, ...tail.map(same)]);
}

/**
 * The runs as the edits tell them: each puts its text in the place of its span. Null where that does not give the text behind, so
 * that nothing is claimed that is not so.
 */
function byEdits(before: string, after: string, edits: readonly Edit[]): Run[] | null {
  const told: Run[] = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    if (text === undefined || start < at) {
      return null;
    }
    told.push(same(before.slice(at, start)), removed(before.slice(start, end)), added(text));
    at = end;
  }
  told.push(same(before.slice(at)));
  const behind = told.flatMap((run) => (run.kind === 'removed' ? [] : [run.text])).join('');
  return behind === after ? told.filter(({ text }) => text !== '') : null;
}

const same = (text: string): Run => ({ kind: 'same', text });
const removed = (text: string): Run => ({ kind: 'removed', text });
const added = (text: string): Run => ({ kind: 'added', text });

/** Words, runs of space, and single other characters; a mask such as `[IBAN]` is one. */
function tokens(text: string): string[] {
  return text.match(/\[[^\][\n]{1,60}\]|[\p{L}\p{N}]+|\s+|./gsu) ?? [];
}

function withoutEnds(one: readonly string[], other: readonly string[]): [string[], string[], string[], string[]] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) {
    start++;
  }
  let end = 0;
  while (end < one.length - start && end < other.length - start && one[one.length - 1 - end] === other[other.length - 1 - end]) {
    end++;
  }
  return [
    one.slice(0, start),
    one.slice(start, one.length - end),
    other.slice(start, other.length - end),
    one.slice(one.length - end),
  ];
}

/** The longest common subsequence, by the table that every textbook has. */
function align(one: readonly string[], other: readonly string[]): Run[] {
  const width = other.length + 1;
  const longest = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        one[i] === other[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  const aligned: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      aligned.push(same(one[i++] ?? ''));
      j++;
    } else if (
      i < one.length &&
      (j >= other.length || (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))
    ) {
      aligned.push(removed(one[i++] ?? ''));
    } else {
      aligned.push(added(other[j++] ?? ''));
    }
  }
  return aligned;
}

/** Neighbours of one kind become one run; what was removed stands before what took its place. */
function runs(parts: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone !== '') {
      joined.push(removed(gone));
    }
    if (come !== '') {
      joined.push(added(come));
    }
    gone = '';
    come = '';
  };
  let kept = '';
  for (const { kind, text } of parts) {
    if (kind === 'same') {
      flush();
      kept += text;
      continue;
    }
    if (kept !== '') {
      joined.push(same(kept));
      kept = '';
    }
    if (kind === 'removed') {
      gone += text;
    } else {
      come += text;
    }
  }
  flush();
  return kept === '' ? joined : [...joined, same(kept)];
}
