import { Field, ObjectType } from '@nestjs/graphql';
import { dayInJapan } from '../../calendar/japan-time.js';
import { nextOpenDay } from '../../calendar/office.js';
import { BadRecurrence, LONGEST_DAYS, planned, type Planned, type RecurrenceFault, type WhenClosed } from '../../calendar/recurrence.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { selectionFor } from '../../database/selection.js';
import { CalendarDate, Uuid } from '../../graphql/scalars.js';
import { invalid, type Sentence } from '../../refusal.js';
import { ClosedDay, closedDay, officeFor } from '../time/closed-days.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { PlannedSession } from './planned-session.entity.js';

@ObjectType({ description: 'A day that a recurrence names, and the day on which the series then meets.' })
export class RecurringDay implements Planned {
  @Field(() => CalendarDate) plannedOn: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Null where it is left out.' }) heldOn: string | null;
  @Field(() => ClosedDay, { nullable: true, description: 'Why the office is closed on the day that the rule names.' })
  closed: ClosedDay | null;
}

@ObjectType({ description: 'A planned session on a day on which its office has come to be closed, and where it could move to.' })
export class PlannedWhenClosed {
  @Field(() => Uuid) plannedSessionId: string;
  @Field(() => ClosedDay) closed: ClosedDay;
  @Field(() => CalendarDate, { nullable: true, description: 'The next business day; null where none is near.' }) movesTo: string | null;
}

const FAULTS: Readonly<Record<RecurrenceFault, Sentence>> = {
  NOT_A_RULE: { ja: '繰り返しの指定が正しくありません。', en: 'This is not a recurrence.' },
  WITHOUT_END: { ja: '繰り返しには終わり（UNTILまたはCOUNT）が必要です。', en: 'A recurrence needs an end (UNTIL or COUNT).' },
  TOO_LONG: { ja: `繰り返しは${LONGEST_DAYS}日先までです。`, en: `A recurrence goes on for at most ${LONGEST_DAYS} days.` },
  NEVER: { ja: 'この繰り返しに当たる日がありません。', en: 'This recurrence names no day.' },
};

/** The meetings that a rule asks for. `INVALID` (at `path`) for a rule that is none, has no end, goes on for too long or names no day. */
export function meetingsBy(path: string, rule: string, beginsOn: string, whenClosed: WhenClosed, office: Parameters<typeof planned>[3]) {
  try {
    return planned(rule, beginsOn, whenClosed, office);
  } catch (fault) {
    if (!(fault instanceof BadRecurrence)) throw fault;
    throw invalid(path, fault.fault === 'WITHOUT_END' ? 'REQUIRED' : 'NOT_ALLOWED', FAULTS[fault.fault]);
  }
}

/** What a recurrence would come to for a series, before anybody sets it. `NOT_FOUND` for a series that may not be seen; errors as of `meetingsBy`. */
export async function recurringDays(door: ResolverDoor, seriesId: string, rule: string, beginsOn: string, whenClosed: WhenClosed) {
  const [series] = await door.columns(MeetingSeries, ['agencyId'], { where: { id: seriesId } });
  if (!series) return door.absent();
  const office = await officeFor(door, series.agencyId);
  return meetingsBy('rule', rule, beginsOn, whenClosed, office!).map((meeting): RecurringDay => ({
    ...meeting,
    closed: closedDay(meeting.plannedOn, office),
  }));
}

const PLANNED = selectionFor({ id: true, startsAt: true, series: { agencyId: true } });

/** The planned sessions ahead, of those that whoever asks may see, on days on which the office that hosts them is closed. */
export async function plannedWhenClosed(door: ResolverDoor): Promise<PlannedWhenClosed[]> {
  const ahead = await door.select<PlannedSession>(PlannedSession, PLANNED, {
    where: { status: 'PLANNED' },
    also: (it) => `${it}.starts_at > tsunagi_now()`,
    order: ['startsAt', 'id'],
  });
  const offices = new Map(
    await Promise.all(
      [...new Set(ahead.flatMap(({ series }) => series?.agencyId ?? []))].map(async (id) => [id, await officeFor(door, id)] as const),
    ),
  );
  return ahead.flatMap(({ id, startsAt, series }) => {
    const office = series ? offices.get(series.agencyId) : undefined;
    const day = dayInJapan(new Date(startsAt));
    const closed = closedDay(day, office);
    return closed ? [{ plannedSessionId: id, closed, movesTo: nextOpenDay(day, 1, office) }] : [];
  });
}
