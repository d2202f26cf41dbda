import { Field, InputType, Int } from '@nestjs/graphql';
import { instantInJapan } from '../../calendar/japan-time.js';
import type { Planned } from '../../calendar/recurrence.js';
import type { Work } from '../../database/work.js';
import { CalendarDate, ClockTime, ShortText, Uuid } from '../../graphql/scalars.js';
import { invalid } from '../../refusal.js';
import { refuseEnded } from '../conference/call.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { meetingsBy } from './planned.js';
import { PlannedSession } from './planned-session.entity.js';
import { Recurrence, WhenClosed } from './recurrence.entity.js';
import { SeriesMember } from './series-member.entity.js';

@InputType()
export class SetRecurrenceInput {
  @Field(() => Uuid) seriesId: string;
  @Field(() => Int, { description: 'The version of the series.' }) version: number;
  @Field(() => ShortText, {
    description: 'An RRULE of RFC 5545 in whole days with an end: FREQ=MONTHLY;BYDAY=1WE,3WE;UNTIL=20270331 is 第1・第3水曜.',
  })
  rule: string;
  @Field(() => CalendarDate, { description: 'From which day on it holds; today or later.' }) beginsOn: string;
  @Field(() => ClockTime) opens: string;
  @Field(() => ClockTime) closes: string;
  @Field(() => WhenClosed, {
    description: 'Where a day of it is no business day: leave it out, or meet on the business day before or after.',
  })
  whenClosed: keyof typeof WhenClosed;
}

/**
 * Says on which days a series meets, and plans its sessions up to the end of the rule. Of those planned before, from that day on, the ones
 * that nobody moved, called off or added give way; the others stay. `INVALID` for a rule that is none, goes on without an end or for more
 * than two years, or names no day; for a first day in the past; and where it closes before it opens.
 */
export async function setRecurrence(work: Work, input: SetRecurrenceInput): Promise<Recurrence> {
  const { seriesId, rule, beginsOn, opens, closes, whenClosed } = input;
  const series = await work.lock(MeetingSeries, seriesId, input.version);
  work.must('administer', series);
  refuseEnded(series);
  if (beginsOn < work.today)
    throw invalid('input.beginsOn', 'IN_THE_PAST', { ja: '開始日が過去の日付です。', en: 'The first day lies in the past.' });
  if (closes <= opens)
    throw invalid('input.closes', 'OUT_OF_ORDER', { ja: '終了は開始より後にしてください。', en: 'A session ends after it starts.' });
  const meetings = meetingsBy('input.rule', rule, beginsOn, whenClosed, await work.scope.unseen.office(series.agencyId));
  // Whoever set another one meanwhile is noticed.
  await work.save(series, {});
  const former = await work.scope.first(Recurrence, { seriesId, until: null });
  if (former) await work.save(await work.lock(Recurrence, former.id), { until: work.now });
  const recurrence = await work.insert(Recurrence, {
    seriesId,
    rule,
    beginsOn,
    opens,
    closes,
    whenClosed,
    setById: work.staff.staffId,
    since: work.now,
    until: null,
  });
  const heldOn = await plan(work, series, recurrence, meetings);
  const members = await work.scope.find(SeriesMember, { seriesId, until: null });
  work.record('recurrence.set', recurrence, { to: members.map((member) => member.staffId), heldOn });
  return recurrence;
}

/** Replaces what nobody touched, and plans a session for every day that none stands for yet. Answers the days of the new ones. */
async function plan(work: Work, series: MeetingSeries, recurrence: Recurrence, meetings: readonly Planned[]): Promise<string[]> {
  const { opens, closes, beginsOn } = recurrence;
  const from = instantInJapan(beginsOn, '00:00');
  const ahead = (await work.scope.find(PlannedSession, { seriesId: series.id }, ['startsAt', 'id'])).filter(
    (one) => one.startsAt > work.now,
  );
  const isStale = (one: PlannedSession) => one.status === 'PLANNED' && !one.isTouched && one.startsAt >= from;
  for (const one of ahead.filter(isStale)) await work.save(one, { status: 'REPLACED' });
  const standing = new Set(ahead.filter((one) => one.status !== 'REPLACED').map((one) => one.plannedOn));
  const days: string[] = [];
  for (const { plannedOn, heldOn } of meetings) {
    const startsAt = heldOn && instantInJapan(heldOn, opens);
    if (!startsAt || startsAt <= work.now || standing.has(plannedOn)) continue;
    const endsAt = instantInJapan(heldOn, closes);
    await work.insert(PlannedSession, {
      seriesId: series.id,
      recurrenceId: recurrence.id,
      plannedOn,
      startsAt,
      endsAt,
      place: series.place,
      status: 'PLANNED',
      isTouched: false,
      reasonId: null,
      sessionId: null,
    });
    days.push(heldOn);
  }
  return days;
}
