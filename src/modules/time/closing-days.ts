import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, ShortText, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid } from '../../refusal.js';
import { Agency } from '../people/agency.entity.js';
import { ClosingDay } from './closing-day.entity.js';
import { OfficeCalendar } from './office-calendar.entity.js';

@InputType()
export class SetTurnOfYearInput {
  @Field(() => Uuid, { description: 'A municipality.' }) agencyId: string;
  @Field(() => CalendarDate, { description: 'The first closed day, in November or December; its year does not count.' }) from: string;
  @Field(() => CalendarDate, { description: 'The last closed day, in January; its year does not count.' }) to: string;
}

@InputType()
export class AddClosingDayInput {
  @Field(() => Uuid, { description: 'A municipality.' }) agencyId: string;
  @Field(() => CalendarDate) heldOn: string;
  @Field(() => ShortText, { description: 'What the day is called: 開庁記念日.' }) name: string;
}

@InputType()
export class WithdrawClosingDayInput {
  @Field(() => Uuid) closingDayId: string;
  @Field(() => Int) version: number;
}

/** Sets when a municipality's offices close over the turn of the year. `INVALID` for what is no municipality, and for other months. */
export async function setTurnOfYear(work: Work, { agencyId, from, to }: SetTurnOfYearInput): Promise<OfficeCalendar> {
  work.must('administer', { agencyId }, OfficeCalendar);
  await refuseNoMunicipality(work, agencyId);
  const days = { turnOfYearFrom: from.slice(5), turnOfYearTo: to.slice(5) };
  if (days.turnOfYearFrom < '11-01' || days.turnOfYearTo >= '02-01')
    throw invalid('input.from', 'NOT_ALLOWED', {
      ja: '年末年始は11月以降に始まり1月中に終わる期間にしてください。',
      en: 'The turn of the year begins in November or December and ends in January.',
    });
  const known = await work.scope.first(OfficeCalendar, { agencyId });
  const calendar = known
    ? await work.save(await work.lock(OfficeCalendar, known.id), days)
    : await work.insert(OfficeCalendar, { agencyId, ...days });
  work.record('turn-of-year.set', calendar, { agencyId });
  return calendar;
}

/** Adds a day on which a municipality's own offices are closed. `INVALID` for a day that is over; `CONFLICT` when it is one already. */
export async function addClosingDay(work: Work, { agencyId, heldOn, name }: AddClosingDayInput): Promise<ClosingDay> {
  work.must('administer', { agencyId }, ClosingDay);
  await refuseNoMunicipality(work, agencyId);
  if (heldOn < work.today) throw invalid('input.heldOn', 'IN_THE_PAST', { ja: '過去の日付です。', en: 'This day is over.' });
  const day = await work.insert(ClosingDay, { agencyId, heldOn, name, withdrawnAt: null });
  work.record('closing-day.added', day, { agencyId });
  return day;
}

/** Takes a closing day back: the offices are open after all. `CONFLICT` when it was taken back before. */
export async function withdrawClosingDay(work: Work, input: WithdrawClosingDayInput): Promise<ClosingDay> {
  const day = await work.lock(ClosingDay, input.closingDayId, input.version);
  work.must('administer', day);
  if (day.withdrawnAt !== null)
    throw conflict({ ja: 'この閉庁日はすでに取り消されています。', en: 'This closing day has already been taken back.' });
  await work.save(day, { withdrawnAt: work.now });
  work.record('closing-day.withdrawn', day, { agencyId: day.agencyId });
  return day;
}

async function refuseNoMunicipality(work: Work, agencyId: string): Promise<void> {
  const { kind } = await work.scope.one(Agency, agencyId);
  if (kind !== 'MUNICIPALITY')
    throw invalid('input.agencyId', 'NOT_ALLOWED', { ja: '自治体を指定してください。', en: 'Please name a municipality.' });
}
