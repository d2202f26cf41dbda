import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { Household } from './household.entity.js';
import { HouseholdMember, Relation } from './household-member.entity.js';
import { PersonInput, register } from './register-household.js';
import { SupportCase } from './support-case.entity.js';

@InputType()
export class AddHouseholdMemberInput extends PersonInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => Relation) relation: keyof typeof Relation;
}

/** Adds a child or another person to the household of a case. `CONFLICT` for a second support subject. */
export async function addHouseholdMember(work: Work, input: AddHouseholdMemberInput): Promise<HouseholdMember> {
  const supportCase = await work.lock(SupportCase, input.caseId);
  work.must('revise', supportCase);
  const household = await work.scope.one(Household, supportCase.householdId);
  const added = await register(work, household, input.relation, input, 'input');
  work.record('household.member-added', added, { caseId: supportCase.id });
  return added;
}
