import type { PolicyReference, Trigger } from '../api/types.ts';
import { forThisBrowser, forThisTab, recall, remember } from '../shared/storage.ts';

const remembered = 200;

/** `860` of a thousand → `0.86`; trailing noughts stay, so that numbers above each other can be compared. */
export function score(perMille: number): string {
  return (perMille / 1000).toFixed(perMille % 10 === 0 ? 2 : 3);
}

/** A value that a condition saw, as short as it can be said. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined) {
    return 'none';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function shortDigest(digest: string): string {
  const hex = digest.replace(/^sha-?256:/i, '');
  return hex.length > 12 ? `${hex.slice(0, 12)}…` : hex;
}

/** The policies that the triggers come from, each once: nearly always one, two when a new version came in between. */
export function policies(triggers: readonly Trigger[]): readonly PolicyReference[] {
  return [...new Map(triggers.map(({ policy }) => [`${policy.id} ${policy.version} ${policy.digest}`, policy])).values()];
}

/** Whether this agent keeps the card folded; a case that was never looked at shows it in any case. */
export function startsFolded(caseId: string, subject: string): boolean {
  return looked().includes(caseId) && recall(forThisBrowser, foldKey(subject)) === 'folded';
}

export function rememberFold(subject: string, folded: boolean): void {
  remember(forThisBrowser, foldKey(subject), folded ? 'folded' : null);
}

export function rememberLook(caseId: string): void {
  const others = looked().filter((id) => id !== caseId);
  remember(forThisTab, 'surety.looked', [...others, caseId].slice(-remembered).join(' '));
}

function looked(): string[] {
  return (recall(forThisTab, 'surety.looked') ?? '').split(' ');
}

function foldKey(subject: string): string {
  return `surety.why.${subject}`;
}
