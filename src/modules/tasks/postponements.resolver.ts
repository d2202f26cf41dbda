import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { approvePostponement, ApprovePostponementInput } from './approve-postponement.js';
import { Postponement } from './postponement.entity.js';
import { refusePostponement, RefusePostponementInput } from './refuse-postponement.js';
import { requestPostponement, RequestPostponementInput } from './request-postponement.js';

@Resolver()
export class PostponementsResolver {
  @Mutation(() => Postponement, { nullable: true })
  @Allow('carry', 'Task')
  requestPostponement(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: RequestPostponementInput) {
    return door.run(requestPostponement, id, input);
  }

  @Mutation(() => Postponement, { nullable: true })
  @Allow('approve', 'Postponement')
  approvePostponement(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ApprovePostponementInput) {
    return door.run(approvePostponement, id, input);
  }

  @Mutation(() => Postponement, { nullable: true })
  @Allow('approve', 'Postponement')
  refusePostponement(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: RefusePostponementInput) {
    return door.run(refusePostponement, id, input);
  }
}
