import type { CaseSummary } from '../api/types.ts';

/** One row of the list as it is shown. `departed`: the case is no longer in this view, but its row has not been taken away yet. */
export interface Row {
  readonly summary: CaseSummary;
  readonly departed: boolean;
}

/**
 * A list in which nothing moves by itself. `rows` keep their places while they are looked at; cases that came since wait in `waiting`;
 * `fresh` is the true list, which is shown when the person asks for it.
 */
export interface Shown {
  readonly rows: readonly Row[];
  readonly waiting: readonly CaseSummary[];
  readonly fresh: readonly CaseSummary[];
}

/** Shows the true list. */
export function begin(fresh: readonly CaseSummary[]): Shown {
  return { rows: distinct(fresh).map((summary) => ({ summary, departed: false })), waiting: [], fresh };
}

/**
 * Takes in a newer true list without moving a row: known rows are renewed in place, rows that are gone are only marked, and new
 * cases wait. `extended` says that the person asked for a further page: what follows the last row is then simply put below it.
 */
export function merge(shown: Shown, fresh: readonly CaseSummary[], extended: boolean): Shown {
  if (shown.rows.length === 0) {
    return begin(fresh);
  }
  const { rows, waiting } = keepPlaces(shown.rows, fresh);
  if (!extended) {
    return { rows, waiting, fresh };
  }
  const places = new Map(fresh.map((summary, index) => [summary.id, index]));
  const place = (summary: CaseSummary) => places.get(summary.id) ?? -1;
  const last = rows.reduce((highest, row) => Math.max(highest, place(row.summary)), -1);
  const below = waiting.filter((summary) => place(summary) > last).map((summary) => ({ summary, departed: false }));
  return { rows: [...rows, ...below], waiting: waiting.filter((summary) => place(summary) <= last), fresh };
}

/** What the person asked for: the new arrivals at their places, the departed rows gone. */
export function showAll(shown: Shown): Shown {
  return begin(shown.fresh);
}

/** Takes departed rows away; only while neither pointer nor focus is in the list. An emptied list shows what has arrived. */
export function sweep(shown: Shown): Shown {
  if (!shown.rows.some((row) => row.departed)) {
    return shown;
  }
  const rows = shown.rows.filter((row) => !row.departed);
  return rows.length === 0 ? begin(shown.fresh) : { ...shown, rows };
}

function keepPlaces(rows: readonly Row[], fresh: readonly CaseSummary[]): Pick<Shown, 'rows' | 'waiting'> {
  const now = new Map(fresh.map((summary) => [summary.id, summary]));
  const known = new Set(rows.map((row) => row.summary.id));
  return {
    rows: rows.map(({ summary }) => {
      const current = now.get(summary.id);
      return { summary: current === undefined ? summary : newer(summary, current), departed: current === undefined };
    }),
    waiting: distinct(fresh).filter((summary) => !known.has(summary.id)),
  };
}

/** An answer that was overtaken by a newer one never takes a row back in time. */
function newer(one: CaseSummary, other: CaseSummary): CaseSummary {
  return other.version >= one.version ? other : one;
}

/** A case may be on two pages when it moved between their readings; it is listed once, at its first place. */
function distinct(summaries: readonly CaseSummary[]): readonly CaseSummary[] {
  return [...new Map(summaries.map((summary) => [summary.id, summary])).values()];
}
