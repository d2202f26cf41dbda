import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { AgendaItem } from '../conference/agenda-item.entity.js';
import { changePriority, ChangePriorityInput } from './change-priority.js';
import { draftPlan, DraftPlanInput, revisePlan, RevisePlanInput, withdrawPlan, WithdrawPlanInput } from './draft-plan.js';
import { evaluatePlan, EvaluatePlanInput, reviewPlan, ReviewPlanInput } from './follow-plan.js';
import { decideOnPlan, DecideOnPlanInput, putPlanToMeeting, PutPlanToMeetingInput } from './plan-at-meeting.js';
import { PriorityTerm } from './priority-term.entity.js';
import { SupportPlan } from './support-plan.entity.js';

/** Support plans, from draft to aftercare, and what comes first on a case. */
@Resolver()
export class PlansResolver {
  @Query(() => SupportPlan)
  @Allow('read', 'SupportPlan')
  plan(@Door() door: ResolverDoor, @Args('planId', { type: () => Uuid }) planId: string) {
    return door.one(SupportPlan, planId);
  }

  @Mutation(() => SupportPlan, { nullable: true })
  @Allow('draft', 'SupportPlan')
  draftPlan(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: DraftPlanInput) {
    return door.run(draftPlan, id, input);
  }

  @Mutation(() => SupportPlan, { nullable: true })
  @Allow('change', 'SupportPlan')
  revisePlan(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: RevisePlanInput) {
    return door.run(revisePlan, id, input);
  }

  @Mutation(() => SupportPlan, { nullable: true })
  @Allow('change', 'SupportPlan')
  withdrawPlan(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: WithdrawPlanInput) {
    return door.run(withdrawPlan, id, input);
  }

  @Mutation(() => AgendaItem, { nullable: true })
  @Allow('change', 'SupportPlan')
  putPlanToMeeting(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: PutPlanToMeetingInput) {
    return door.run(putPlanToMeeting, id, input);
  }

  @Mutation(() => SupportPlan, { nullable: true })
  @Allow('settle', 'AgendaItem')
  decideOnPlan(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: DecideOnPlanInput) {
    return door.run(decideOnPlan, id, input);
  }

  @Mutation(() => SupportPlan, { nullable: true })
  @Allow('change', 'SupportPlan')
  reviewPlan(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ReviewPlanInput) {
    return door.run(reviewPlan, id, input);
  }

  @Mutation(() => SupportPlan, { nullable: true })
  @Allow('change', 'SupportPlan')
  evaluatePlan(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EvaluatePlanInput) {
    return door.run(evaluatePlan, id, input);
  }

  @Mutation(() => PriorityTerm, { nullable: true })
  @Allow('change', 'PriorityTerm')
  changePriority(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ChangePriorityInput) {
    return door.run(changePriority, id, input);
  }
}
