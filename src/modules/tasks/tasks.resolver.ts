import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { offerTask, OfferTaskInput } from './offer-task.js';
import { Task } from './task.entity.js';

@Resolver()
export class TasksResolver {
  @Mutation(() => Task, { nullable: true })
  @Allow('offer', 'Task')
  offerTask(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: OfferTaskInput) {
    return door.run(offerTask, id, input);
  }
}
