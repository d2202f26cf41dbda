import { Field, InputType } from '@nestjs/graphql';
import { addDays } from '../../calendar/days.js';
import type { Work } from '../../database/work.js';
import { CalendarDate, ClockTime, Uuid } from '../../graphql/scalars.js';
import { invalid } from '../../refusal.js';
import { refuseNotPosted } from './posted.js';
import { Weekday, WorkingHours } from './working-hours.entity.js';
import { WorkingWeek } from './working-week.entity.js';

@InputType()
export class WorkingHoursInput {
  @Field(() => Weekday) weekday: keyof typeof Weekday;
  @Field(() => ClockTime) opens: string;
  @Field(() => ClockTime) closes: string;
}

@InputType()
export class SetWorkingWeekInput {
  @Field(() => Uuid) staffId: string;
  @Field(() => Uuid, { description: 'For which agency: one that they are posted to.' }) agencyId: string;
  @Field(() => CalendarDate, { description: 'The first day on which it holds; the week before it ends the day before.' }) since: string;
  @Field(() => [WorkingHoursInput], { description: 'Each day of the week on which they work, once.' }) hours: WorkingHoursInput[];
}

/**
 * Says on which days and from when to when somebody works for an agency, from a day on (川越市: 就業支援専門員は月・水・金 8:45–17:15).
 * `INVALID` without a day, for a day of the week said twice or with its end before its start, for somebody who is not posted there, and
 * for a first day in the past or before that of the week in force.
 */
export async function setWorkingWeek(work: Work, input: SetWorkingWeekInput): Promise<WorkingWeek> {
  const { staffId, agencyId, since, hours } = input;
  work.must('arrange', { staffId, agencyId }, WorkingWeek);
  await refuseNotPosted(work, staffId, agencyId);
  refuseUnsoundHours(hours);
  if (since < work.today)
    throw invalid('input.since', 'IN_THE_PAST', { ja: '開始日が過去の日付です。', en: 'The first day lies in the past.' });
  await endFormer(work, input);
  const week = await work.insert(WorkingWeek, { staffId, agencyId, since, until: null });
  for (const { weekday, opens, closes } of hours) await work.insert(WorkingHours, { weekId: week.id, weekday, opens, closes });
  work.record('working-week.set', week, {
    to: [staffId],
    ...Object.fromEntries(hours.map(({ weekday, opens, closes }) => [weekday, `${opens}-${closes}`])),
  });
  return week;
}

/** What held until now ends the day before; what was to begin on that very day or later never does. */
async function endFormer(work: Work, { staffId, agencyId, since }: SetWorkingWeekInput): Promise<void> {
  const known = await work.scope.first(WorkingWeek, { staffId, agencyId, until: null });
  if (!known) return;
  const former = await work.lock(WorkingWeek, known.id);
  if (former.since > since)
    throw invalid('input.since', 'OUT_OF_ORDER', {
      ja: `すでに${former.since}からの勤務日が登録されています。`,
      en: `A working week from ${former.since} on has been set already.`,
    });
  await work.save(former, { until: addDays(since, -1) });
}

function refuseUnsoundHours(hours: readonly WorkingHoursInput[]): void {
  if (hours.length === 0) throw invalid('input.hours', 'REQUIRED', { ja: '勤務日を選んでください。', en: 'Please name at least one day.' });
  for (const [at, { weekday, opens, closes }] of hours.entries()) {
    if (hours.findIndex((other) => other.weekday === weekday) !== at)
      throw invalid(`input.hours.${at}.weekday`, 'NOT_ALLOWED', {
        ja: '同じ曜日が重なっています。',
        en: 'This day of the week is named twice.',
      });
    if (closes <= opens)
      throw invalid(`input.hours.${at}.closes`, 'OUT_OF_ORDER', {
        ja: '終業は始業より後にしてください。',
        en: 'The day ends after it starts.',
      });
  }
}
