import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { Unread } from '../../graphql/as-written.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { acceptTask, AcceptTaskInput } from './accept-task.js';
import { completeTask, CompleteTaskInput } from './complete-task.js';
import { declineTask, DeclineTaskInput } from './decline-task.js';
import { offerTask, OfferTaskInput } from './offer-task.js';
import { reassignTask, ReassignTaskInput } from './reassign-task.js';
import { revertTask, RevertTaskInput } from './revert-task.js';
import { startTask, StartTaskInput } from './start-task.js';
import { Task, TaskStatus } from './task.entity.js';
import { withdrawTask, WithdrawTaskInput } from './withdraw-task.js';

@Resolver()
export class TasksResolver {
  @Query(() => Task)
  @Allow('read', 'Task')
  task(@Door() door: ResolverDoor, @Args('id', { type: () => Uuid }) id: string) {
    return door.one(Task, id);
  }

  @Unread()
  @Query(() => [Task], { description: 'The tasks that the person who asks may see, by deadline.' })
  @Allow('read', 'Task')
  async tasks(
    @Door() door: ResolverDoor,
    @Args('caseId', { type: () => Uuid, nullable: true }) caseId: string | null,
    @Args('status', { type: () => TaskStatus, nullable: true }) status: keyof typeof TaskStatus | null,
    @Args('ownedByMe', { type: () => Boolean, defaultValue: false }) ownedByMe: boolean,
    @Args('overdue', { type: () => Boolean, defaultValue: false, description: 'Only unfinished tasks past their deadline.' })
    overdue: boolean,
    @Args('unfinished', { type: () => Boolean, defaultValue: false, description: 'Only tasks in which someone still has to act.' })
    unfinished: boolean,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('skip', { type: () => Int, defaultValue: 0 }) skip: number,
  ) {
    const where = {
      ...(caseId ? { caseId } : {}),
      ...(status ? { status } : {}),
      ...(overdue || unfinished ? { isOpen: true } : {}),
      ...(ownedByMe ? { staffId: await door.staffId() } : {}),
      ...(overdue ? { dueOn: { $lt: (await door.clock()).today } } : {}),
    };
    return door.list(Task, { where, order: ['dueOn', 'id'], first, skip });
  }

  @Mutation(() => Task, { nullable: true })
  @Allow('offer', 'Task')
  offerTask(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: OfferTaskInput) {
    return door.run(offerTask, id, input);
  }

  @Mutation(() => Task, { nullable: true })
  @Allow('answer', 'Task')
  acceptTask(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AcceptTaskInput) {
    return door.run(acceptTask, id, input);
  }

  @Mutation(() => Task, { nullable: true })
  @Allow('answer', 'Task')
  declineTask(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: DeclineTaskInput) {
    return door.run(declineTask, id, input);
  }

  @Mutation(() => Task, { nullable: true })
  @Allow('carry', 'Task')
  startTask(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: StartTaskInput) {
    return door.run(startTask, id, input);
  }

  @Mutation(() => Task, { nullable: true })
  @Allow('carry', 'Task')
  completeTask(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: CompleteTaskInput) {
    return door.run(completeTask, id, input);
  }

  @Mutation(() => Task, { nullable: true })
  @Allow('withdraw', 'Task')
  withdrawTask(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: WithdrawTaskInput) {
    return door.run(withdrawTask, id, input);
  }

  @Mutation(() => Task, { nullable: true })
  @Allow('answer', 'Task')
  revertTask(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: RevertTaskInput) {
    return door.run(revertTask, id, input);
  }

  @Mutation(() => Task, { nullable: true })
  @Allow('reassign', 'Task')
  reassignTask(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ReassignTaskInput) {
    return door.run(reassignTask, id, input);
  }
}
