import { describe, expect, it } from 'vitest';
import { summary } from '../testing/cases.ts';
import { type Shown, begin, merge, showAll, sweep } from './arrivals.ts';

const cases = (...ids: string[]) => ids.map((id) => summary(id));
const places = (shown: Shown) => shown.rows.map((row) => row.summary.id).join(' ');
const waiting = (shown: Shown) => shown.waiting.map((each) => each.id).join(' ');
const departed = (shown: Shown) =>
  shown.rows
    .filter((row) => row.departed)
    .map((row) => row.summary.id)
    .join(' ');

describe('a list in which nothing moves by itself', () => {
  it('lets a new case wait, wherever it belongs', () => {
    const shown = merge(begin(cases('a', 'b')), cases('new', 'a', 'newer', 'b', 'newest'), false);

    expect(places(shown)).toBe('a b');
    expect(waiting(shown)).toBe('new newer newest');
  });

  it('puts the new cases at their places when they are asked for', () => {
    const shown = showAll(merge(begin(cases('a', 'b')), cases('new', 'a', 'b'), false));

    expect(places(shown)).toBe('new a b');
    expect(waiting(shown)).toBe('');
  });

  it('shows a first case at once, because an empty list has no row that could move', () => {
    expect(places(merge(begin([]), cases('a'), false))).toBe('a');
  });

  it('marks a case that is gone and keeps its row', () => {
    const shown = merge(begin(cases('a', 'b', 'c')), cases('a', 'c'), false);

    expect(places(shown)).toBe('a b c');
    expect(departed(shown)).toBe('b');
  });

  it('takes departed rows away when nobody is in the list', () => {
    const shown = sweep(merge(begin(cases('a', 'b', 'c')), cases('new', 'a', 'c'), false));

    expect(places(shown)).toBe('a c');
    expect(waiting(shown)).toBe('new');
  });

  it('shows what has arrived when sweeping leaves nothing', () => {
    expect(places(sweep(merge(begin(cases('a')), cases('new'), false)))).toBe('new');
  });

  it('renews a row in place when its urgency changed', () => {
    const shown = merge(begin(cases('a', 'b')), [summary('b', { priority: 'P1', version: 2 }), summary('a')], false);

    expect(places(shown)).toBe('a b');
    expect(shown.rows[1]?.summary.priority).toBe('P1');
  });

  it('never takes a row back to an older version', () => {
    const claimed = summary('a', { state: 'claimed', version: 3 });

    const shown = merge(begin([claimed]), [summary('a', { version: 2 })], false);

    expect(shown.rows[0]?.summary.state).toBe('claimed');
  });

  it('puts a further page below the last row and lets what came above it wait', () => {
    const shown = merge(begin(cases('a', 'b')), cases('new', 'a', 'b', 'c', 'd'), true);

    expect(places(shown)).toBe('a b c d');
    expect(waiting(shown)).toBe('new');
  });

  it('lists a case once that two pages name', () => {
    expect(places(begin(cases('a', 'b', 'a')))).toBe('a b');
  });

  it('brings a case back in place that had gone for a moment', () => {
    const gone = merge(begin(cases('a', 'b')), cases('b'), false);

    expect(departed(merge(gone, cases('a', 'b'), false))).toBe('');
  });

  it('never moves a row and never loses a case, whatever happens', () => {
    const random = sequence(42);
    let truth = cases('0', '1', '2');
    let shown = begin(truth);
    for (let step = 3; step < 600; step++) {
      const before = places(shown);
      truth = random() < 0.4 ? truth.filter(() => random() < 0.8) : insert(truth, summary(String(step)), random());

      shown = merge(shown, truth, false);

      if (before !== '') {
        expect(places(shown)).toBe(before);
      }
      const known = new Set(
        [...shown.rows.filter((row) => !row.departed).map((row) => row.summary), ...shown.waiting].map((each) => each.id),
      );
      expect(known).toEqual(new Set(truth.map((each) => each.id)));
      if (random() < 0.05) {
        shown = showAll(shown);
        expect(places(shown)).toBe(truth.map((each) => each.id).join(' '));
      }
    }
  });
});

function insert<T>(list: readonly T[], item: T, where: number): T[] {
  return list.toSpliced(Math.floor(where * (list.length + 1)), 0, item);
}

/** A small linear congruential generator: the same numbers in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
