import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { CalendarDate, ShortText, Uuid } from '../../graphql/scalars.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { convenePlannedSession, ConvenePlannedSessionInput } from './convene-planned-session.js';
import {
  addPlannedSession,
  AddPlannedSessionInput,
  cancelPlannedSession,
  CancelPlannedSessionInput,
  movePlannedSession,
  MovePlannedSessionInput,
} from './plan-session.js';
import { held } from './held.js';
import { PlannedWhenClosed, plannedWhenClosed, RecurringDay, recurringDays } from './planned.js';
import { PlannedSession } from './planned-session.entity.js';
import { Recurrence, WhenClosed } from './recurrence.entity.js';
import { setRecurrence, SetRecurrenceInput } from './set-recurrence.js';

/** When a series meets. */
@Resolver(() => PlannedWhenClosed)
export class PlanningResolver {
  @Query(() => [PlannedSession], {
    description: 'What is planned and not convened yet between two days, both included, of the series that the person who asks may see.',
  })
  @Allow('read', 'PlannedSession')
  plannedMeetings(
    @Door() door: ResolverDoor,
    @Args('fromOn', { type: () => CalendarDate }) fromOn: string,
    @Args('toOn', { type: () => CalendarDate }) toOn: string,
  ) {
    return door.list(PlannedSession, { where: { status: 'PLANNED' }, also: held(fromOn, toOn), order: ['startsAt', 'id'] });
  }

  @Query(() => [PlannedWhenClosed], { description: 'Planned sessions ahead on days on which their office has come to be closed.' })
  @Allow('read', 'PlannedSession')
  plannedWhenClosed(@Door() door: ResolverDoor) {
    return plannedWhenClosed(door);
  }

  @ResolveField(() => PlannedSession, { nullable: true })
  plannedSession(@Door() door: ResolverDoor, @Parent() { plannedSessionId }: PlannedWhenClosed) {
    return door.find(PlannedSession, plannedSessionId);
  }

  @Query(() => [RecurringDay], { description: 'On which days a series would meet by a recurrence, before it is set.' })
  @Allow('read', 'MeetingSeries')
  recurringDays(
    @Door() door: ResolverDoor,
    @Args('seriesId', { type: () => Uuid }) seriesId: string,
    @Args('rule', { type: () => ShortText }) rule: string,
    @Args('beginsOn', { type: () => CalendarDate }) beginsOn: string,
    @Args('whenClosed', { type: () => WhenClosed }) whenClosed: keyof typeof WhenClosed,
  ) {
    return recurringDays(door, seriesId, rule, beginsOn, whenClosed);
  }

  @Mutation(() => Recurrence, { nullable: true })
  @Allow('administer', 'MeetingSeries')
  setRecurrence(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: SetRecurrenceInput) {
    return door.run(setRecurrence, id, input);
  }

  @Mutation(() => ConferenceSession, { nullable: true })
  @Allow('convene', 'MeetingSeries')
  convenePlannedSession(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ConvenePlannedSessionInput) {
    return door.run(convenePlannedSession, id, input);
  }

  @Mutation(() => PlannedSession, { nullable: true })
  @Allow('administer', 'MeetingSeries')
  addPlannedSession(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AddPlannedSessionInput) {
    return door.run(addPlannedSession, id, input);
  }

  @Mutation(() => PlannedSession, { nullable: true })
  @Allow('administer', 'MeetingSeries')
  movePlannedSession(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: MovePlannedSessionInput) {
    return door.run(movePlannedSession, id, input);
  }

  @Mutation(() => PlannedSession, { nullable: true })
  @Allow('administer', 'MeetingSeries')
  cancelPlannedSession(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: CancelPlannedSessionInput) {
    return door.run(cancelPlannedSession, id, input);
  }
}
