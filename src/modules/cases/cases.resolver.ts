import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { Unread } from '../../graphql/as-written.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { addHouseholdMember, AddHouseholdMemberInput } from './add-household-member.js';
import { changeLeadAgency, ChangeLeadAgencyInput } from './change-lead-agency.js';
import { closeCase, CloseCaseInput } from './close-case.js';
import { enrolChild, EnrolChildInput } from './enrol-child.js';
import { HouseholdMember } from './household-member.entity.js';
import { openCase, OpenCaseInput } from './open-case.js';
import { Record } from './record.entity.js';
import { reviseHeadline, ReviseHeadlineInput } from './revise-headline.js';
import { Schooling } from './schooling.entity.js';
import { CASE_ORDERS, CaseOrder, CaseStatus, SupportCase } from './support-case.entity.js';
import { CorrectRecordInput, correctRecord, writeRecord, WriteRecordInput } from './write-record.js';

@Resolver()
export class CasesResolver {
  @Unread()
  @Query(() => SupportCase)
  @Allow('read', 'SupportCase')
  case(@Door() door: ResolverDoor, @Args('id', { type: () => Uuid }) id: string) {
    return door.one(SupportCase, id);
  }

  @Unread()
  @Query(() => [SupportCase], { description: 'The cases that the person who asks may see, by number or by their next deadline.' })
  @Allow('read', 'SupportCase')
  cases(
    @Door() door: ResolverDoor,
    @Args('status', { type: () => CaseStatus, nullable: true }) status: keyof typeof CaseStatus | null,
    @Args('order', { type: () => CaseOrder, defaultValue: 'NUMBER' }) order: keyof typeof CaseOrder,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('skip', { type: () => Int, defaultValue: 0 }) skip: number,
  ) {
    return door.list(SupportCase, { where: status ? { status } : {}, order: CASE_ORDERS[order], first, skip });
  }

  @Mutation(() => SupportCase, { nullable: true })
  @Allow('open', 'SupportCase')
  openCase(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: OpenCaseInput) {
    return door.run(openCase, id, input);
  }

  @Mutation(() => SupportCase, { nullable: true })
  @Allow('revise', 'SupportCase')
  reviseHeadline(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ReviseHeadlineInput) {
    return door.run(reviseHeadline, id, input);
  }

  @Mutation(() => SupportCase, { nullable: true })
  @Allow('revise', 'SupportCase')
  changeLeadAgency(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ChangeLeadAgencyInput) {
    return door.run(changeLeadAgency, id, input);
  }

  @Mutation(() => SupportCase, { nullable: true })
  @Allow('close', 'SupportCase')
  closeCase(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: CloseCaseInput) {
    return door.run(closeCase, id, input);
  }

  @Mutation(() => HouseholdMember, { nullable: true })
  @Allow('revise', 'SupportCase')
  addHouseholdMember(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AddHouseholdMemberInput) {
    return door.run(addHouseholdMember, id, input);
  }

  @Mutation(() => Schooling, { nullable: true })
  @Allow('revise', 'Household')
  enrolChild(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EnrolChildInput) {
    return door.run(enrolChild, id, input);
  }

  @Mutation(() => Record, { nullable: true })
  @Allow('write', 'Record')
  writeRecord(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: WriteRecordInput) {
    return door.run(writeRecord, id, input);
  }

  @Mutation(() => Record, { nullable: true })
  @Allow('write', 'Record')
  correctRecord(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: CorrectRecordInput) {
    return door.run(correctRecord, id, input);
  }
}
