/*
 * Days of the calendar are texts `YYYY-MM-DD`: they sort as they stand and belong to no zone.
 * Arithmetic goes through midnight UTC, where every day has 24 hours.
 */

const DAY_MS = 86_400_000;

export const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

export const addDays = (day: string, days: number): string => new Date(midnight(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);

/** How many days lie between two days; negative when `to` comes first. */
export const daysBetween = (from: string, to: string): number => (midnight(to).getTime() - midnight(from).getTime()) / DAY_MS;

export const weekdayOf = (day: string): Weekday => WEEKDAYS[midnight(day).getUTCDay()]!;

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: string): string => addDays(day, -((midnight(day).getUTCDay() + 6) % 7));

/** Every day from one to another, both included; none when `to` comes first. */
export const daysFrom = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at));
