import type { Counts, Figures, RuleCount } from '../api/figures.ts';
import { type Action, actions } from '../api/policyTypes.ts';

/** From the ordinary to the serious, as the bars are stacked from the ground. */
export const stacking: readonly Action[] = [...actions].toReversed();

export function totalOf(counts: Counts): number {
  return actions.reduce((sum, action) => sum + (counts[action] ?? 0), 0);
}

/** A number that a scale can end with: 1, 2, 5 or ten times such a one, and not below the highest value. */
export function niceTop(highest: number): number {
  if (highest <= 1) {
    return 1;
  }
  const power = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 5, 10].map((factor) => factor * power).find((top) => top >= highest) ?? highest;
}

/** Decisions per minute: steps of several minutes become comparable. */
export function perMinute(count: number, stepSeconds: number): number {
  return (count * 60) / stepSeconds;
}

/** `0.0714` → `7.1 %`; what is there and rounds to nothing is not called nothing. */
export function share(part: number, whole: number): string {
  if (whole === 0 || part === 0) {
    return '0 %';
  }
  const percent = (100 * part) / whole;
  return percent < 0.1 ? '< 0.1 %' : `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
}

export function millis(micros: number): string {
  return micros < 10_000 ? `${(micros / 1000).toFixed(1)} ms` : `${Math.round(micros / 1000).toLocaleString('en')} ms`;
}

/** Rules over all that they asked for, the most frequent first; rules that only observe are kept apart. */
export interface RuleTotal {
  readonly rule: string;
  readonly cover: string;
  readonly enforced: boolean;
  readonly results: number;
  readonly undecided: number;
  readonly byAction: readonly (readonly [Action, number])[];
}

export function topRules(rules: readonly RuleCount[], most: number): readonly RuleTotal[] {
  const totals = new Map<string, { counts: RuleCount[]; sum: number }>();
  for (const count of rules) {
    const key = `${count.rule} ${count.enforced}`;
    const known = totals.get(key) ?? { counts: [], sum: 0 };
    totals.set(key, { counts: [...known.counts, count], sum: known.sum + count.results });
  }
  return [...totals.values()]
    .toSorted((one, other) => other.sum - one.sum)
    .slice(0, most)
    .map(({ counts, sum }) => ({
      rule: counts[0]?.rule ?? '',
      cover: counts[0]?.cover ?? '',
      enforced: counts[0]?.enforced ?? true,
      results: sum,
      undecided: counts.filter(({ status }) => status === 'error').reduce((errors, { results }) => errors + results, 0),
      byAction: stacking.flatMap((action) => {
        const results = counts.filter((count) => count.action === action).reduce((all, count) => all + count.results, 0);
        return results === 0 ? [] : [[action, results] as const];
      }),
    }));
}

/** When a step began, as exactly as its window needs. */
export function stepTime(at: string, { window }: Pick<Figures, 'window'>): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
  return window === '7d' ? `${date.toLocaleDateString(undefined, { weekday: 'short' })} ${time}` : time;
}
