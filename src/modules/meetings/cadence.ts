import type { Cadence } from './meeting-kind.entity.js';

/** One week, month or fiscal year for which so many meetings are promised; days in Japan, both included. */
export interface Period {
  readonly fromOn: string;
  readonly toOn: string;
}

const DAY_MS = 86_400_000;
const plus = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const first = (year: number, month: number) => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);

/** The period that a day lies in: a week from Monday, a month, or a fiscal year from April. */
export function periodOf(day: string, per: keyof typeof Cadence): Period {
  const [year, month] = day.split('-').map(Number) as [number, number];
  if (per === 'WEEK') {
    const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    return { fromOn: plus(day, -sinceMonday), toOn: plus(day, 6 - sinceMonday) };
  }
  if (per === 'MONTH') return { fromOn: first(year, month), toOn: plus(first(year, month + 1), -1) };
  const april = month >= 4 ? year : year - 1;
  return { fromOn: first(april, 4), toOn: plus(first(april + 1, 4), -1) };
}

/** The periods that lie wholly between two days: what was promised of a part of one nobody can say. */
export function wholePeriods(fromOn: string, toOn: string, per: keyof typeof Cadence): Period[] {
  const periods: Period[] = [];
  for (let period = periodOf(fromOn, per); period.toOn <= toOn; period = periodOf(plus(period.toOn, 1), per))
    if (period.fromOn >= fromOn) periods.push(period);
  return periods;
}
