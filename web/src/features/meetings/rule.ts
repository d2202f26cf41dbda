import type { Code } from '../../graphql';

export type Weekday = Code<'Weekday'>;
/** How often a series meets, as people choose it. */
export type Every = 'everyMonth' | 'everyWeek' | 'everyTwoWeeks';

export interface Choice {
  readonly every: Every;
  readonly weekday: Weekday;
  /** Of a month; −1 is the last. */
  readonly weeks: readonly number[];
}

export const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const satisfies readonly Weekday[];
export const WEEKS = [1, 2, 3, 4, -1] as const;

const letters = (weekday: Weekday) => weekday.slice(0, 2);
const until = (day: string) => day.replaceAll('-', '');

/** The rule (RRULE of RFC 5545) for a choice, to a last day. */
export function ruleOf({ every, weekday, weeks }: Choice, lastDay: string): string {
  const by = every === 'everyMonth' ? weeks.map((week) => `${week}${letters(weekday)}`).join(',') : letters(weekday);
  const how = { everyMonth: 'FREQ=MONTHLY', everyWeek: 'FREQ=WEEKLY', everyTwoWeeks: 'FREQ=WEEKLY;INTERVAL=2' }[every];
  return `${how};BYDAY=${by};UNTIL=${until(lastDay)}`;
}

const MONTHLY = /^FREQ=MONTHLY;BYDAY=((?:-?\d[A-Z]{2},?)+);/;
const WEEKLY = /^FREQ=WEEKLY(;INTERVAL=2)?;BYDAY=([A-Z]{2});/;

/** The choice that a rule came from; `null` for a rule of another make. */
export function choiceOf(rule: string): Choice | null {
  const named = (two: string) => WEEKDAYS.find((weekday) => letters(weekday) === two);
  const weekly = WEEKLY.exec(rule);
  if (weekly) {
    const weekday = named(weekly[2]!);
    return weekday ? { every: weekly[1] ? 'everyTwoWeeks' : 'everyWeek', weekday, weeks: [] } : null;
  }
  const monthly = MONTHLY.exec(rule)?.[1]?.split(',') ?? [];
  const weekdays = new Set(monthly.map((part) => part.slice(-2)));
  const weekday = weekdays.size === 1 ? named([...weekdays][0]!) : undefined;
  return weekday ? { every: 'everyMonth', weekday, weeks: monthly.map((part) => Number(part.slice(0, -2))) } : null;
}
