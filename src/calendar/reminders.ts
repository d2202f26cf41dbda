import { addDays, mondayOf } from './days.js';
import { isOpenOn, nextOpenDay, type Office } from './office.js';

/** When somebody wants to be reminded of a deadline; several at once, or none. */
export const REMINDERS = ['ON_THE_DAY', 'DAY_BEFORE', 'WEEK_BEFORE', 'START_OF_WEEK'] as const;
export type Reminder = (typeof REMINDERS)[number];

/**
 * The day on which somebody is reminded of a deadline: always a business day. Where the day of a reminder is none it comes on the business
 * day before; the start of a week is the first business day in it, or before it in a week without any.
 */
export function reminderDay(dueOn: string, reminder: Reminder, office: Office): string {
  if (reminder === 'START_OF_WEEK') return firstOpenDayOfWeek(dueOn, office);
  if (reminder === 'DAY_BEFORE') return openDayBefore(dueOn, office);
  const day = reminder === 'WEEK_BEFORE' ? addDays(dueOn, -7) : dueOn;
  return isOpenOn(day, office) ? day : openDayBefore(day, office);
}

const openDayBefore = (day: string, office: Office) => nextOpenDay(day, -1, office) ?? day;

function firstOpenDayOfWeek(dueOn: string, office: Office): string {
  const monday = mondayOf(dueOn);
  const first = isOpenOn(monday, office) ? monday : nextOpenDay(monday, 1, office);
  return first !== null && first <= dueOn ? first : openDayBefore(monday, office);
}

/** How many days before a deadline the earliest reminder can come: a week, and before that the longest closure. */
export const EARLIEST_REMINDER_DAYS = 40;
