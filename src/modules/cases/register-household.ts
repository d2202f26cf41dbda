import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Kana, ShortText } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { invalid } from '../../refusal.js';
import type { Household } from './household.entity.js';
import { HouseholdMember } from './household-member.entity.js';
import { SchoolKind, Schooling } from './schooling.entity.js';

@InputType()
export class PersonInput {
  @Field(() => ShortText) name: string;
  @Field(() => Kana) kana: string;
  @Field(() => CalendarDate, { nullable: true }) bornOn?: string | null;
}

@InputType()
export class ChildInput extends PersonInput {
  @Field(() => ShortText, { nullable: true }) schoolName?: string | null;
  @Field(() => SchoolKind, { nullable: true }) schoolKind?: keyof typeof SchoolKind | null;
}

/** Puts someone into a household. Children are of the category CHILD. `INVALID` for a birth date in the future. */
export async function register(
  work: Work,
  household: Household,
  relation: HouseholdMember['relation'],
  person: PersonInput,
  path: string,
): Promise<HouseholdMember> {
  if (person.bornOn && person.bornOn > work.today) {
    throw invalid(`${path}.bornOn`, 'OUT_OF_ORDER', { ja: '生年月日が未来の日付です。', en: 'The birth date lies in the future.' });
  }
  const category = relation === 'CHILD' ? 'CHILD' : COORDINATION;
  return work.insert(HouseholdMember, {
    householdId: household.id,
    category,
    relation,
    name: person.name,
    kana: person.kana,
    bornOn: person.bornOn ?? null,
  });
}

/** Puts a child into a household, with the school it attends from today on where one is named. */
export async function registerChild(work: Work, household: Household, child: ChildInput, path: string): Promise<void> {
  const { id: memberId, householdId, category } = await register(work, household, 'CHILD', child, path);
  if (!child.schoolName) return;
  await work.insert(Schooling, {
    householdId,
    memberId,
    category,
    kind: child.schoolKind ?? 'OTHER',
    schoolName: child.schoolName,
    since: work.today,
    until: null,
  });
}
