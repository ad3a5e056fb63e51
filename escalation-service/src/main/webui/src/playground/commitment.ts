import type { Commitment } from '../api/policyTypes.ts';
import { count, spelledOut } from '../shared/words.ts';

/** A promise in words: `Refund of €49.90, within 14 days`. */
export function promised({ kind, amountMinor, currency, share, dueOn, dueWithinDays }: Commitment): string {
  const what = [
    ...(amountMinor === undefined || currency === undefined ? [] : [money(amountMinor, currency)]),
    ...(share === undefined ? [] : [`${Math.round(share * 1000) / 10} %`]),
  ];
  const when =
    dueOn !== undefined ? `, by ${dueOn}` : dueWithinDays !== undefined ? `, within ${count(dueWithinDays, 'day', 'days')}` : '';
  return `${spelledOut(kind)}${what.length === 0 ? '' : ` of ${what.join(' and ')}`}${when}`;
}

/** An amount in the smallest unit of its currency, as people write it; a code that is none stays beside the number. */
function money(minor: number, currency: string): string {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  } catch {
    return `${minor} ${currency}`;
  }
}
