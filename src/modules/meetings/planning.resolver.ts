import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
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
import { PlannedSession } from './planned-session.entity.js';
import { Recurrence } from './recurrence.entity.js';
import { setRecurrence, SetRecurrenceInput } from './set-recurrence.js';

/** When a series meets. */
@Resolver()
export class PlanningResolver {
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
