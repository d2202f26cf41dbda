import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, ShortText, Uuid } from '../../graphql/scalars.js';
import { invalid } from '../../refusal.js';
import { Household } from './household.entity.js';
import { HouseholdMember } from './household-member.entity.js';
import { SchoolKind, Schooling } from './schooling.entity.js';
import { SupportCase } from './support-case.entity.js';

@InputType()
export class EnrolChildInput {
  @Field(() => Uuid) memberId: string;
  @Field(() => SchoolKind) kind: keyof typeof SchoolKind;
  @Field(() => ShortText) schoolName: string;
  @Field(() => CalendarDate) since: string;
}

/** Notes which nursery or school a child attends from a day on; the one before it ends the day before. */
export async function enrolChild(work: Work, input: EnrolChildInput): Promise<Schooling> {
  const child = await work.lock(HouseholdMember, input.memberId);
  work.must('revise', await work.scope.one(Household, child.householdId));
  const supportCase = (await work.scope.first(SupportCase, { householdId: child.householdId, status: 'OPEN' }))!;
  if (child.relation !== 'CHILD')
    throw invalid('input.memberId', 'NOT_ALLOWED', { ja: '子どもを選んでください。', en: 'Please choose a child.' });
  const before = await work.scope.first(Schooling, { memberId: child.id, until: null });
  if (before && before.since >= input.since) {
    throw invalid('input.since', 'OUT_OF_ORDER', {
      ja: '前の通学先より後の日付にしてください。',
      en: 'This must begin after the school before it.',
    });
  }
  if (before) await work.save(before, { until: dayBefore(input.since) });
  const { householdId, id: memberId, category } = child;
  const schooling = await work.insert(Schooling, {
    householdId,
    memberId,
    category,
    kind: input.kind,
    schoolName: input.schoolName,
    since: input.since,
    until: null,
  });
  work.record('household.child-enrolled', schooling, { caseId: supportCase.id, memberId, endedId: before?.id ?? null });
  return schooling;
}

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
