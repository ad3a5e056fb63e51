import type { Action, Consequence, PolicyRule } from '../api/policyTypes.ts';

/** A part of the scale from 0 to 1, and what may follow there. */
export interface Zone {
  readonly from: number;
  readonly to: number;
  /** What follows there; several where it also depends on something else, none where the rule stays silent. */
  readonly actions: readonly Action[];
}

interface Bound {
  readonly at: number;
  readonly holds: (score: number) => boolean;
}

/** Reads a condition that does nothing but compare the score with a number, as in `score >= 0.8`. */
function boundOf(condition: string): Bound | null {
  const found = /^\s*score\s*(>=|>|<=|<)\s*(0(?:\.\d+)?|1(?:\.0+)?)\s*$/.exec(condition);
  if (found === null) {
    return null;
  }
  const at = Number(found[2]);
  return { at, holds: (score) => (found[1]?.startsWith('>') === true ? score >= at : score < at) };
}

/** What a rule comes to along its score, or null where it compares its score with nothing. */
export function zonesOf({ threshold, condition, consequences }: PolicyRule): readonly Zone[] | null {
  if (threshold === undefined) {
    return null;
  }
  const below = /\bscore\s*<=?\s*threshold\b/.test(condition);
  const fires = (score: number) => (below ? score < threshold : score >= threshold);
  const bounds = consequences.flatMap(({ condition: when }) => (when === undefined ? [] : [boundOf(when)?.at ?? []].flat()));
  const cuts = [...new Set([0, threshold, ...bounds, 1])].filter((cut) => 0 <= cut && cut <= 1).toSorted((a, b) => a - b);
  const zones = cuts.slice(0, -1).map((from, index): Zone => {
    const to = cuts[index + 1] ?? 1;
    const middle = (from + to) / 2;
    return { from, to, actions: fires(middle) ? actionsAt(middle, consequences) : [] };
  });
  return zones.reduce<Zone[]>((joined, zone) => {
    const last = joined.at(-1);
    return last !== undefined && last.actions.join() === zone.actions.join()
      ? [...joined.slice(0, -1), { ...last, to: zone.to }]
      : [...joined, zone];
  }, []);
}

function actionsAt(score: number, consequences: readonly Consequence[]): readonly Action[] {
  const possible: Action[] = [];
  for (const { condition, action } of consequences) {
    const bound = condition === undefined ? null : boundOf(condition);
    if (bound !== null && !bound.holds(score)) {
      continue;
    }
    possible.push(action);
    if (condition === undefined || bound !== null) {
      break;
    }
  }
  return [...new Set(possible)];
}

/** A zone in words, as the legend of the picture says it. */
export function zoneWords({ from, to, actions }: Zone, name: (action: Action) => string): string {
  const place = from === 0 ? `below ${to}` : to === 1 ? `from ${from}` : `from ${from} to ${to}`;
  return `${place}: ${actions.length === 0 ? 'silent' : actions.map((action) => name(action).toLowerCase()).join(' or ')}`;
}
