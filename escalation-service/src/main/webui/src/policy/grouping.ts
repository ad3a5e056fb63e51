import type { PolicyInForce, PolicyRule } from '../api/policyTypes.ts';
import { coverOrder } from '../shared/actions.ts';

export interface CoverGroup {
  readonly cover: string;
  readonly rules: readonly PolicyRule[];
}

/** The rules by the line of insurance cover that they protect, in the order of the lines; within one, in that of the document. */
export function byCover(rules: readonly PolicyRule[]): readonly CoverGroup[] {
  const covers = [...new Set(rules.map(({ cover }) => cover ?? ''))];
  const place = (cover: string) => (coverOrder.includes(cover) ? coverOrder.indexOf(cover) : coverOrder.length - 1.5);
  return covers
    .toSorted((one, other) => place(one) - place(other) || one.localeCompare(other))
    .map((cover) => ({ cover, rules: rules.filter((rule) => (rule.cover ?? '') === cover) }));
}

export interface QueueUse {
  readonly queue: string;
  readonly uses: readonly { rule: string; priority: string }[];
}

/** Which rules send work to which queue. */
export function queuesOf({ rules, defaults }: PolicyInForce): readonly QueueUse[] {
  const uses = new Map<string, { rule: string; priority: string }[]>();
  const add = (queue: string | undefined, rule: string, priority: string | undefined) => {
    if (queue !== undefined) {
      const known = uses.get(queue) ?? [];
      if (!known.some((use) => use.rule === rule && use.priority === (priority ?? ''))) {
        uses.set(queue, [...known, { rule, priority: priority ?? '' }]);
      }
    }
  };
  rules.forEach((rule) => rule.consequences.forEach(({ queue, priority }) => add(queue, rule.id, priority)));
  add(defaults.degraded.queue, 'what cannot be judged', defaults.degraded.priority);
  return [...uses].map(([queue, each]) => ({ queue, uses: each })).toSorted((one, other) => one.queue.localeCompare(other.queue));
}
