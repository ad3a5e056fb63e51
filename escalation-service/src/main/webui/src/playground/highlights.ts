import type { CheckOutcome, FoundPlace, RuleOutcome } from '../api/policyTypes.ts';

/** A kind of finding that has a colour of its own; several checks may share one. */
export type Family = 'privacy' | 'attack' | 'advice' | 'person' | 'source' | 'other';

const families: Record<string, Family> = {
  pii: 'privacy',
  secret: 'privacy',
  injection: 'attack',
  toxicity: 'attack',
  defamation: 'attack',
  advice: 'advice',
  scope: 'advice',
  handover: 'person',
  complaint: 'person',
  distress: 'person',
  grounding: 'source',
  retrieval: 'source',
  terms: 'source',
  copying: 'source',
};

export function familyOf(category: string): Family {
  return families[category.split('.')[0] ?? ''] ?? 'other';
}

/** One finding, numbered as it stands in the texts, with the rules that took it up. */
export interface Mark extends FoundPlace {
  readonly number: number;
  readonly check: string;
  readonly rules: readonly string[];
}

/** A piece of a text inside none, one or several findings. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Findings that end with this piece; behind it stands their number. */
  readonly ends: readonly Mark[];
}

const order = (path: string) => (path.startsWith('messages') ? 0 : path.startsWith('response') ? 1 : 2);

/** Every finding of every check, numbered through question, answer and passages. */
export function marksOf(checks: readonly CheckOutcome[], results: readonly RuleOutcome[]): readonly Mark[] {
  return checks
    .flatMap(({ check, findings }) => findings.map((finding) => ({ ...finding, check })))
    .toSorted(
      (one, other) =>
        order(one.path) - order(other.path) ||
        one.path.localeCompare(other.path, 'en', { numeric: true }) ||
        one.start - other.start ||
        other.end - one.end,
    )
    .map((finding, index) => ({ ...finding, number: index + 1, rules: rulesOf(finding, results) }));
}

function rulesOf(finding: FoundPlace, results: readonly RuleOutcome[]): readonly string[] {
  return results.filter((result) => result.findings.some((each) => samePlace(each, finding))).map(({ rule }) => rule);
}

function samePlace(one: FoundPlace, other: FoundPlace): boolean {
  return one.category === other.category && one.path === other.path && one.start === other.start && one.end === other.end;
}

/** Cuts a text at every border of its marks; the pieces together are the text, unchanged. Marks that do not fit are left out. */
export function piecesOf(text: string, marks: readonly Mark[]): readonly Piece[] {
  const fitting = marks.filter(({ start, end }) => 0 <= start && start < end && end <= text.length);
  const borders = new Set([0, text.length, ...fitting.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...borders].toSorted((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return {
      text: text.slice(start, end),
      marks: fitting.filter((mark) => mark.start <= start && end <= mark.end),
      ends: fitting.filter((mark) => mark.end === end),
    };
  });
}
