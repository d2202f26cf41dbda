import holidayJp from '@holiday-jp/holiday_jp';
import { addDays, weekdayOf } from './days.js';

/** When the offices of a municipality are closed beside weekends and national holidays. */
export interface Office {
  /** First and last day of 年末年始 as `MM-DD`, over the turn of the year. */
  readonly turnOfYear: { readonly from: string; readonly to: string };
  /** Closing days of its own (`YYYY-MM-DD`), each with its name. */
  readonly closingDays: ReadonlyMap<string, string>;
}

/** 29 December to 3 January (行政機関の休日に関する法律 第1条), and no closing days of its own. */
export const ORDINARY_OFFICE: Office = { turnOfYear: { from: '12-29', to: '01-03' }, closingDays: new Map() };

/** Why an office is closed on a day, and by which name where the day has one. */
export interface Closed {
  readonly why: 'WEEKEND' | 'HOLIDAY' | 'TURN_OF_YEAR' | 'CLOSING_DAY';
  readonly name: string;
}

/** National holidays (国民の祝日, substitute and in-between ones included) as the Cabinet Office publishes and projects them, to 2050. */
const HOLIDAYS: Readonly<Record<string, { readonly name: string } | undefined>> = holidayJp.holidays;

/** Longer than any office stays closed; a calendar without an open day is a mistake in its closing days. */
const LONGEST_CLOSURE = 60;

/** Why the office is closed on a day; `null` when it is open. */
export function closedOn(day: string, office: Office = ORDINARY_OFFICE): Closed | null {
  const holiday = HOLIDAYS[day];
  if (holiday) return { why: 'HOLIDAY', name: holiday.name };
  const { from, to } = office.turnOfYear;
  if (day.slice(5) >= from || day.slice(5) <= to) return { why: 'TURN_OF_YEAR', name: '年末年始' };
  const own = office.closingDays.get(day);
  if (own !== undefined) return { why: 'CLOSING_DAY', name: own };
  const weekday = weekdayOf(day);
  return weekday === 'SAT' || weekday === 'SUN' ? { why: 'WEEKEND', name: weekday === 'SAT' ? '土曜日' : '日曜日' } : null;
}

/** Whether offices are open on a day: a business day (営業日). */
export const isOpenOn = (day: string, office?: Office): boolean => closedOn(day, office) === null;

/** The nearest business day after (`1`) or before (`-1`) a day, which itself does not count. `null` where the office never opens again. */
export function nextOpenDay(day: string, direction: 1 | -1, office?: Office): string | null {
  for (let away = 1; away <= LONGEST_CLOSURE; away++) {
    const reached = addDays(day, direction * away);
    if (isOpenOn(reached, office)) return reached;
  }
  return null;
}

/** The business day that is so many (at least one) business days after a day, which itself does not count. */
export function businessDaysAfter(day: string, count: number, office?: Office): string {
  let reached = day;
  for (let counted = 0; counted < count; counted++) {
    const next = nextOpenDay(reached, 1, office);
    if (!next) throw new Error(`No business day within ${LONGEST_CLOSURE} days after ${reached}.`);
    reached = next;
  }
  return reached;
}
