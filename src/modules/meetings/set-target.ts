import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, ShortText, Uuid } from '../../graphql/scalars.js';
import { invalid } from '../../refusal.js';
import { refuseEnded } from '../conference/call.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { SeriesTarget, TargetUnit } from './series-target.entity.js';
import { TargetReport } from './target-report.entity.js';

@InputType()
export class SetTargetInput {
  @Field(() => Uuid) seriesId: string;
  @Field(() => Int, { description: 'The year in which it begins, in April.' }) fiscalYear: number;
  @Field(() => ShortText) what: string;
  @Field(() => TargetUnit) unit: keyof typeof TargetUnit;
  @Field(() => Int, { description: 'At least 1.' }) target: number;
}

@InputType()
export class ReportTargetInput {
  @Field(() => Uuid) targetId: string;
  @Field(() => CalendarDate, { description: 'Of its fiscal year, today or earlier.' }) onDay: string;
  @Field(() => Int, { description: 'Reached since the beginning of the year; 0 or more.' }) actual: number;
}

/** Sets what a series is to reach in a fiscal year. `INVALID` for a year that is over or far away, and for less than one. */
export async function setTarget(work: Work, input: SetTargetInput): Promise<SeriesTarget> {
  const { seriesId, fiscalYear, what, unit, target } = input;
  const series = await work.lock(MeetingSeries, seriesId);
  work.must('set', { seriesId }, SeriesTarget);
  refuseEnded(series);
  const now = fiscalYearOf(work.today);
  if (fiscalYear < now || fiscalYear > now + 5)
    throw invalid('input.fiscalYear', 'NOT_ALLOWED', {
      ja: '今年度から5年以内の年度にしてください。',
      en: 'This is the fiscal year or one of the five after it.',
    });
  if (target < 1) throw invalid('input.target', 'NOT_ALLOWED', { ja: '目標は1以上にしてください。', en: 'A target is at least 1.' });
  const row = await work.insert(SeriesTarget, { seriesId, fiscalYear, what, unit, target, staffId: work.staff.staffId, setAt: work.now });
  work.record('target.set', row, { fiscalYear, unit, target });
  return row;
}

/** Reports how far a target is reached. `INVALID` for a day to come or of another fiscal year, and for less than nothing. */
export async function reportTarget(work: Work, input: ReportTargetInput): Promise<TargetReport> {
  const { targetId, onDay, actual } = input;
  const target = await work.lock(SeriesTarget, targetId);
  work.must('report', target);
  if (onDay > work.today)
    throw invalid('input.onDay', 'NOT_ALLOWED', { ja: '先の日の実績は報告できません。', en: 'That day is yet to come.' });
  if (fiscalYearOf(onDay) !== target.fiscalYear)
    throw invalid('input.onDay', 'NOT_ALLOWED', { ja: 'この目標の年度の日にしてください。', en: 'That day is of another fiscal year.' });
  if (actual < 0) throw invalid('input.actual', 'NOT_ALLOWED', { ja: '実績は0以上にしてください。', en: 'This is 0 or more.' });
  const { seriesId } = target;
  const report = await work.insert(TargetReport, { seriesId, targetId, onDay, actual, staffId: work.staff.staffId, reportedAt: work.now });
  work.record('target.reported', report, { targetId, actual });
  return report;
}

/** The fiscal year of a day: from April to March, by the year in which it begins. */
const fiscalYearOf = (day: string) => Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0);
