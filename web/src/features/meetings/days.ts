import { lastDayOf, plusDays } from '../../words/dates';

export type Shown = 'month' | 'week';

const weekdayNumber = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
export const isWeekend = (day: string) => weekdayNumber(day) === 0 || weekdayNumber(day) === 6;

/** The Sunday with which a week begins on a wall calendar in Japan. */
export const sundayOf = (day: string) => plusDays(day, -weekdayNumber(day));

/** First and last day that are drawn for a day: its week, or the whole weeks of its month. */
export function rangeOf(day: string, shown: Shown): { readonly from: string; readonly to: string } {
  if (shown === 'week') return { from: sundayOf(day), to: plusDays(sundayOf(day), 6) };
  const month = day.slice(0, 7);
  return { from: sundayOf(`${month}-01`), to: plusDays(sundayOf(lastDayOf(month)), 6) };
}

/** The days of a range, week by week. */
export function weeksOf({ from, to }: { readonly from: string; readonly to: string }): string[][] {
  const weeks: string[][] = [];
  for (let sunday = from; sunday <= to; sunday = plusDays(sunday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => plusDays(sunday, at)));
  return weeks;
}

/** The same day in another month, or the last one of a month that is too short for it. */
export function plusMonths(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const reached = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);
  const last = lastDayOf(reached);
  return `${reached}-${day.slice(8)}` > last ? last : `${reached}-${day.slice(8)}`;
}

/** Where a key leads from a day; `null` for keys that lead nowhere. */
export function dayByKey(key: string, day: string, shown: Shown): string | null {
  const page = (direction: 1 | -1) => (shown === 'month' ? plusMonths(day, direction) : plusDays(day, 7 * direction));
  const steps: Readonly<Record<string, () => string>> = {
    ArrowLeft: () => plusDays(day, -1),
    ArrowRight: () => plusDays(day, 1),
    ArrowUp: () => plusDays(day, -7),
    ArrowDown: () => plusDays(day, 7),
    Home: () => sundayOf(day),
    End: () => plusDays(sundayOf(day), 6),
    PageUp: () => page(-1),
    PageDown: () => page(1),
  };
  return steps[key]?.() ?? null;
}
