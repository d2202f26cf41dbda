import type { Sentence } from '../refusal.js';
import { addDays, daysFrom, weekdayOf, WEEKDAYS, type Weekday } from './days.js';
import { clockInJapan, dayInJapan, instantInJapan } from './japan-time.js';
import { closedOn, type Office } from './office.js';

/** When somebody works on one day of the week, by clocks `HH:MM` in Japan. */
export interface Hours {
  readonly weekday: Weekday;
  readonly opens: string;
  readonly closes: string;
}

/** A working week that is in force from a day on, to a last day or without an end. */
export interface WorkingWeek {
  readonly since: string;
  readonly until: string | null;
  readonly hours: readonly Hours[];
}

/** A meeting that somebody has, and what may be said of it to whoever asks. */
export interface Engagement {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly what: Sentence;
}

/** All that decides whether somebody can come. */
export interface Invitee {
  readonly staffId: string;
  readonly office: Office;
  /** Where somebody works for two agencies, both weeks count. */
  readonly weeks: readonly WorkingWeek[];
  readonly absences: readonly { readonly since: string; readonly until: string }[];
  readonly engagements: readonly Engagement[];
}

export const HINDRANCES = ['CLOSED', 'ABSENT', 'OFF_DAY', 'OUTSIDE_HOURS', 'BUSY'] as const;
/** Why somebody cannot come. */
export interface Hindrance {
  readonly why: (typeof HINDRANCES)[number];
  readonly because: Sentence;
}

export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Monday to Friday 8:30–17:15: the week of whoever has not said another. */
export const ORDINARY_HOURS: readonly Hours[] = (['MON', 'TUE', 'WED', 'THU', 'FRI'] as const).map((weekday) => ({
  weekday,
  opens: '08:30',
  closes: '17:15',
}));

const DAY_NAMES: Readonly<Record<Weekday, Sentence>> = {
  SUN: { ja: '日', en: 'Sunday' },
  MON: { ja: '月', en: 'Monday' },
  TUE: { ja: '火', en: 'Tuesday' },
  WED: { ja: '水', en: 'Wednesday' },
  THU: { ja: '木', en: 'Thursday' },
  FRI: { ja: '金', en: 'Friday' },
  SAT: { ja: '土', en: 'Saturday' },
};

/** When somebody works on a day of the calendar, office closed or not. */
function hoursOn({ weeks }: Invitee, day: string): readonly Hours[] {
  const inForce = weeks.filter(({ since, until }) => since <= day && (until === null || until >= day));
  return inForce.length > 0 ? inForce.flatMap(({ hours }) => hours) : ORDINARY_HOURS;
}

const overlap = (one: Span, other: Span) => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** The first thing that keeps somebody from coming to a meeting; `null` when they can come. */
export function hindranceOf(invitee: Invitee, meeting: Span): Hindrance | null {
  const day = dayInJapan(meeting.startsAt);
  const week = hoursOn(invitee, day);
  const today = week.filter(({ weekday }) => weekday === weekdayOf(day));
  const closed = closedOn(day, invitee.office);
  // Who has said that they work on Saturdays does, though the office is closed.
  if (closed && (closed.why !== 'WEEKEND' || today.length === 0)) return { why: 'CLOSED', because: isClosed(closed.name) };
  const absence = invitee.absences.find(({ since, until }) => since <= day && day <= until);
  if (absence) return { why: 'ABSENT', because: isAbsent(absence.until) };
  if (today.length === 0) return { why: 'OFF_DAY', because: isOff(weekdayOf(day), week) };
  if (!today.some((hours) => isWithin(meeting, hours))) return { why: 'OUTSIDE_HOURS', because: isOutside(today) };
  const engagement = invitee.engagements.find((other) => overlap(other, meeting));
  return engagement ? { why: 'BUSY', because: engagement.what } : null;
}

function isWithin({ startsAt, endsAt }: Span, { opens, closes }: Hours): boolean {
  const endsToday = dayInJapan(endsAt) === dayInJapan(startsAt);
  return endsToday && opens <= clockInJapan(startsAt) && clockInJapan(endsAt) <= closes;
}

const isClosed = (name: string): Sentence => ({ ja: `閉庁日です（${name}）。`, en: `The office is closed (${name}).` });

const isAbsent = (until: string): Sentence => ({ ja: `${until}まで不在です。`, en: `They are away until ${until}.` });

function isOff(weekday: Weekday, week: readonly Hours[]): Sentence {
  const works = WEEKDAYS.filter((day) => week.some((hours) => hours.weekday === day));
  const name = DAY_NAMES[weekday];
  return {
    ja: `${name.ja}曜日は勤務日ではありません（勤務は${works.map((day) => DAY_NAMES[day].ja).join('・')}）。`,
    en: `${name.en} is not one of their working days (${works.map((day) => DAY_NAMES[day].en).join(', ')}).`,
  };
}

function isOutside(today: readonly Hours[]): Sentence {
  const spans = today.map(({ opens, closes }) => `${opens}–${closes}`);
  return { ja: `勤務時間は${spans.join('、')}です。`, en: `They work from ${spans.join(' and ')}.` };
}

/** A time at which a meeting could be held, and what keeps whom from it. */
export interface Proposal extends Span {
  readonly hindered: ReadonlyMap<string, Hindrance>;
}

const EARLIEST_MINUTE = 8 * 60;
const LATEST_MINUTE = 21 * 60;
const STEP_MINUTES = 30;
const NOON = '12:00';

/**
 * Times between two days at which a meeting of so many minutes could be held, the best first: those at which most can come, of these
 * the earliest. At most one each morning and afternoon, on the half hour, later than `after`, and none at which nobody can come.
 */
export function proposals(invitees: readonly Invitee[], days: { from: string; to: string }, minutes: number, after: Date): Proposal[] {
  const all = daysFrom(days.from, days.to)
    .flatMap((day) => startsOn(day, minutes))
    .filter(({ startsAt }) => startsAt > after)
    .map((span): Proposal => ({ ...span, hindered: hinderedAt(invitees, span) }))
    .filter(({ hindered }) => hindered.size < invitees.length)
    .sort((one, other) => one.hindered.size - other.hindered.size || one.startsAt.getTime() - other.startsAt.getTime());
  const halves = new Set<string>();
  return all.filter(({ startsAt }) => {
    const half = `${dayInJapan(startsAt)} ${clockInJapan(startsAt) < NOON}`;
    return !halves.has(half) && halves.add(half);
  });
}

/** What keeps each of them from a meeting; those who can come are not among them. */
export function hinderedAt(invitees: readonly Invitee[], meeting: Span): ReadonlyMap<string, Hindrance> {
  const found = invitees.map((invitee) => [invitee.staffId, hindranceOf(invitee, meeting)] as const);
  return new Map(found.filter((pair): pair is [string, Hindrance] => pair[1] !== null));
}

function startsOn(day: string, minutes: number): Span[] {
  const dawn = instantInJapan(day, '00:00').getTime();
  const count = Math.floor((LATEST_MINUTE - minutes - EARLIEST_MINUTE) / STEP_MINUTES) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => {
    const startsAt = dawn + (EARLIEST_MINUTE + at * STEP_MINUTES) * 60_000;
    return { startsAt: new Date(startsAt), endsAt: new Date(startsAt + minutes * 60_000) };
  });
}

/** The span of instants that days of the calendar in Japan cover. */
export const spanOfDays = (from: string, to: string): Span => ({
  startsAt: instantInJapan(from, '00:00'),
  endsAt: instantInJapan(addDays(to, 1), '00:00'),
});
