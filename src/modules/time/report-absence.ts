import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid } from '../../refusal.js';
import { Absence } from './absence.entity.js';
import { refuseNotPosted } from './posted.js';

@InputType()
export class ReportAbsenceInput {
  @Field(() => Uuid) staffId: string;
  @Field(() => Uuid, { description: 'An agency that they are posted to; its managers may report for them.' }) agencyId: string;
  @Field(() => CalendarDate) since: string;
  @Field(() => CalendarDate, { description: 'The last day; the same for a single one.' }) until: string;
}

@InputType()
export class WithdrawAbsenceInput {
  @Field(() => Uuid) absenceId: string;
  @Field(() => Int) version: number;
}

/** Says on which days somebody is away. `INVALID` for days that are over or out of order, and where they are not posted. */
export async function reportAbsence(work: Work, input: ReportAbsenceInput): Promise<Absence> {
  const { staffId, agencyId, since, until } = input;
  work.must('report', { staffId, agencyId }, Absence);
  await refuseNotPosted(work, staffId, agencyId);
  if (until < since)
    throw invalid('input.until', 'OUT_OF_ORDER', {
      ja: '終了日は開始日以後にしてください。',
      en: 'The last day cannot be before the first.',
    });
  if (until < work.today) throw invalid('input.until', 'IN_THE_PAST', { ja: '期間が過去です。', en: 'These days are over.' });
  const absence = await work.insert(Absence, { staffId, agencyId, since, until, withdrawnAt: null });
  work.record('absence.reported', absence, { to: [staffId] });
  return absence;
}

/** Takes an absence back. `CONFLICT` when it was taken back before. */
export async function withdrawAbsence(work: Work, input: WithdrawAbsenceInput): Promise<Absence> {
  const absence = await work.lock(Absence, input.absenceId, input.version);
  work.must('report', absence);
  if (absence.withdrawnAt !== null)
    throw conflict({ ja: 'この不在はすでに取り消されています。', en: 'This absence has already been taken back.' });
  await work.save(absence, { withdrawnAt: work.now });
  work.record('absence.withdrawn', absence, { to: [absence.staffId] });
  return absence;
}
