import type { Span } from '../../calendar/coming.js';
import type { Database } from '../../database/database.js';
import { readRows } from '../../database/reading.js';
import { selectionFor } from '../../database/selection.js';
import { Ability } from '../../permissions/ability.js';
import type { StaffActor } from '../../permissions/actor.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { PlannedSession } from '../meetings/planned-session.entity.js';

/** A meeting as it may leave the product: which kind, when and where, and nothing of whom it is about. */
export interface Meeting extends Span {
  /** Its name in calendars: that of the planned meeting, where it was planned before it was convened. */
  readonly uid: string;
  /** `null` while it is only planned. */
  readonly sessionId: string | null;
  readonly title: string;
  /** `null` where the place itself would tell of a family. */
  readonly place: string | null;
  readonly isAhead: boolean;
  /** When it was read. */
  readonly at: Date;
}

/** How long a meeting stays in a calendar after it was held. */
const KEPT_DAYS = 90;

/**
 * The meetings that somebody is asked to, has not declined, and may see at this instant, and those that are planned for the series that
 * they take part in: read under their own rules.
 */
export async function meetingsOf(database: Database, actor: StaffActor): Promise<Meeting[]> {
  const ability = Ability.of(actor);
  const sessions = await readRows(database, actor, ability, ConferenceSession, selectionFor(SESSION), {
    where: { status: { $ne: 'CANCELLED' } },
    also: (it, values) => `${isKept(it)} and ${isAsked(it, values.add(actor.staffId))}`,
    order: ['startsAt', 'id'],
    whole: true,
  });
  const seriesId = { $in: actor.series.map((membership) => membership.seriesId) };
  const planned = await readRows(database, actor, ability, PlannedSession, selectionFor(PLANNED), {
    where: { seriesId, status: 'PLANNED' },
    also: isKept,
    order: ['startsAt', 'id'],
    whole: true,
  });
  const neutral = await database.ask<{ id: string }>('select id from unnest($1::uuid[]) id where has_neutral_place(id)', [
    sessions.rows.map(({ id }) => id),
  ]);
  const shown = new Set(neutral.map(({ id }) => id));
  const at = new Date(sessions.at);
  return [
    ...sessions.rows.map((session) => asMeeting(session, shown.has(session.id) ? session.place : null, at)),
    ...planned.rows.map((one) => ({
      ...span(one),
      uid: one.id,
      sessionId: null,
      title: one.series?.name ?? MEETING,
      place: one.place,
      isAhead: false,
      at,
    })),
  ];
}

const MEETING = '会議';
const SESSION = {
  id: true,
  startsAt: true,
  endsAt: true,
  place: true,
  status: true,
  series: { name: true },
  meetingKind: { nameJa: true },
  planned: { id: true },
} as const;
const PLANNED = { id: true, startsAt: true, endsAt: true, place: true, series: { name: true } } as const;

const isKept = (it: string) => `${it}.ends_at > tsunagi_now() - interval '${KEPT_DAYS} days'`;

const isAsked = (it: string, person: string) =>
  `exists (select from invitation where session_id = ${it}.id and staff_id = ${person} and invitation.status in ('INVITED', 'ACCEPTED') and withdrawn_at is null)`;

const span = ({ startsAt, endsAt }: Span): Span => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });

function asMeeting(session: ConferenceSession, place: string | null, at: Date): Meeting {
  const { id, series, meetingKind, planned, status } = session;
  const { startsAt, endsAt } = span(session);
  const title = series?.name ?? meetingKind?.nameJa ?? MEETING;
  return { uid: planned?.id ?? id, sessionId: id, title, startsAt, endsAt, place, isAhead: status === 'CONVENED' && startsAt > at, at };
}
