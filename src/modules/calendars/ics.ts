import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus, type ICalCalendar, type ICalEventData } from 'ical-generator';
import type { Meeting } from './meetings.js';

const PRODUCT = { company: 'Tsunagi', product: 'Tsunagi', language: 'JA' };
const NEUTRAL = '内容はつなぎで確認してください。このカレンダーには個人情報を含めていません。';
const CANCELLED_TITLE = '会議';

/** One name for a meeting in every calendar, for ever. */
const nameOf = (uid: string) => `${uid}@tsunagi`;

/** Where the product is reached, and in whose name it invites. */
export interface Sender {
  readonly publicUrl: string;
  readonly from: string;
}

/** Somebody's meetings as a calendar (RFC 5545), for programs that fetch it now and then. Times are UTC, which calendars show as local. */
export function feedOf(meetings: readonly Meeting[], { publicUrl }: Pick<Sender, 'publicUrl'>, at: Date): string {
  const calendar = ical({ prodId: PRODUCT, name: 'つなぎ', method: ICalCalendarMethod.PUBLISH, ttl: 900 });
  for (const meeting of meetings) calendar.createEvent({ ...eventOf(meeting, publicUrl), stamp: at });
  return calendar.toString();
}

/** An invitation to one meeting, or its change, as calendars understand it (RFC 5546): the higher sequence counts. */
export function requestFor(meeting: Meeting, sequence: number, to: string, sender: Sender, at: Date): string {
  return addressed(ICalCalendarMethod.REQUEST, to, sender, { ...eventOf(meeting, sender.publicUrl), sequence, stamp: at });
}

/** Takes an invitation back. It says when, which its reader was told before, and nothing else: they may have lost the right to more. */
export function cancelFor(
  told: Pick<Meeting, 'uid' | 'startsAt' | 'endsAt'>,
  sequence: number,
  to: string,
  sender: Sender,
  at: Date,
): string {
  return addressed(ICalCalendarMethod.CANCEL, to, sender, {
    id: nameOf(told.uid),
    start: told.startsAt,
    end: told.endsAt,
    summary: CANCELLED_TITLE,
    status: ICalEventStatus.CANCELLED,
    sequence,
    stamp: at,
  });
}

function addressed(method: ICalCalendarMethod, to: string, { from }: Sender, event: ICalEventData): string {
  const calendar: ICalCalendar = ical({ prodId: PRODUCT, method });
  calendar.createEvent({ ...event, organizer: { name: 'つなぎ', email: from }, attendees: [{ email: to, rsvp: false }] });
  return calendar.toString();
}

const eventOf = ({ uid, sessionId, title, startsAt, endsAt, place }: Meeting, publicUrl: string): ICalEventData => ({
  id: nameOf(uid),
  start: startsAt,
  end: endsAt,
  summary: title,
  description: NEUTRAL,
  location: place,
  url: sessionId ? `${publicUrl}/sessions/${sessionId}` : `${publicUrl}/`,
  status: ICalEventStatus.CONFIRMED,
  class: ICalEventClass.PRIVATE,
});
