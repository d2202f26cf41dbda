import { RRuleTemporal } from 'rrule-temporal';
import { addDays } from './days.js';
import { isOpenOn, nextOpenDay, type Office } from './office.js';

/** What can be wrong with a recurrence: no rule that we know, without an end, too long an end, or not one day in it. */
export type RecurrenceFault = 'NOT_A_RULE' | 'WITHOUT_END' | 'TOO_LONG' | 'NEVER';

/** Says what is wrong with a recurrence. */
export class BadRecurrence extends Error {
  constructor(readonly fault: RecurrenceFault) {
    super(fault);
  }
}

/** A recurrence is planned at most so many days ahead: the present fiscal year and the next. */
export const LONGEST_DAYS = 731;
/** More than once on every business day of these is no meeting. */
const MOST_OCCURRENCES = 500;

/** What is done where a day of the series is no business day: leave it out, or hold the meeting on the business day before or after. */
export const WHEN_CLOSED = ['SKIP', 'BEFORE', 'AFTER'] as const;
export type WhenClosed = (typeof WHEN_CLOSED)[number];

/** A meeting that a rule asks for: the day that the rule says, which stays its name, and the day on which it is held. */
export interface Planned {
  readonly plannedOn: string;
  /** `null` where it is left out. */
  readonly heldOn: string | null;
}

const NUMBERS = String.raw`-?\d{1,3}(?:,-?\d{1,3})*`;
const PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,2}$/,
  UNTIL: /^\d{8}$/,
  BYDAY: /^[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)(,[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))*$/,
  BYMONTHDAY: new RegExp(`^${NUMBERS}$`),
  BYMONTH: new RegExp(`^${NUMBERS}$`),
  BYSETPOS: new RegExp(`^${NUMBERS}$`),
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
};

/**
 * The days that a rule (RRULE of RFC 5545, in whole days) names from a day on, in order: 第1・第3水曜 is
 * `FREQ=MONTHLY;BYDAY=1WE,3WE;UNTIL=20270331`. Throws `BadRecurrence` for a rule without an end (`UNTIL` or `COUNT`),
 * one that goes on for more than two years, one that names no day, and what is no rule.
 */
export function daysOf(rule: string, from: string): string[] {
  const parts = partsOf(rule);
  if (!parts.has('UNTIL') && !parts.has('COUNT')) throw new BadRecurrence('WITHOUT_END');
  const last = addDays(from, LONGEST_DAYS);
  const until = parts.get('UNTIL');
  if (until && asDay(until) > last) throw new BadRecurrence('TOO_LONG');
  const days = expanded(rule, from, last);
  if (days.length === 0) throw new BadRecurrence('NEVER');
  if (days.at(-1)! > last || days.length > MOST_OCCURRENCES) throw new BadRecurrence('TOO_LONG');
  return days;
}

/** The meetings of a rule with the days on which the office is closed taken into account. Where two fall on one day, it is held once. */
export function planned(rule: string, from: string, whenClosed: WhenClosed, office: Office): Planned[] {
  const taken = new Set<string>();
  return daysOf(rule, from).map((plannedOn) => {
    const held = heldOn(plannedOn, whenClosed, office);
    const isFree = held !== null && !taken.has(held);
    if (isFree) taken.add(held);
    return { plannedOn, heldOn: isFree ? held : null };
  });
}

function heldOn(day: string, whenClosed: WhenClosed, office: Office): string | null {
  if (isOpenOn(day, office)) return day;
  if (whenClosed === 'SKIP') return null;
  return nextOpenDay(day, whenClosed === 'BEFORE' ? -1 : 1, office);
}

function partsOf(rule: string): ReadonlyMap<string, string> {
  const parts = rule.split(';').map((part) => part.split('=') as [string, string | undefined]);
  const isKnown = parts.every(([name, value]) => value !== undefined && (Object.hasOwn(PARTS, name) ? PARTS[name]!.test(value) : false));
  const found = new Map(parts as [string, string][]);
  if (!isKnown || found.size !== parts.length || !found.has('FREQ')) throw new BadRecurrence('NOT_A_RULE');
  if (found.has('UNTIL') && found.has('COUNT')) throw new BadRecurrence('NOT_A_RULE');
  return found;
}

/** One day beyond the last is enough to know that a rule goes on too long. */
function expanded(rule: string, from: string, last: string): string[] {
  const days: string[] = [];
  try {
    const start = `DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`;
    new RRuleTemporal({ rruleString: `${start}\nRRULE:${rule}`, strict: true }).all((date) => {
      const day = date.toPlainDate().toString();
      days.push(day);
      return day <= last && days.length <= MOST_OCCURRENCES;
    });
  } catch {
    throw new BadRecurrence('NOT_A_RULE');
  }
  return days;
}

const asDay = (compact: string) => `${compact.slice(0, 4)}-${compact.slice(4, 6)}-${compact.slice(6)}`;
