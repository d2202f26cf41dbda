import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { giveSeat, GiveSeatInput } from './give-seat.js';
import { openCase, OpenCaseInput } from './open-case.js';
import { Seat } from './seat.entity.js';
import { CaseStatus, SupportCase } from './support-case.entity.js';

@Resolver()
export class CasesResolver {
  @Query(() => SupportCase)
  @Allow('read', 'SupportCase')
  case(@Door() door: ResolverDoor, @Args('id', { type: () => Uuid }) id: string) {
    return door.one(SupportCase, id);
  }

  @Query(() => [SupportCase], { description: 'The cases that the person who asks may see, by number.' })
  @Allow('read', 'SupportCase')
  cases(
    @Door() door: ResolverDoor,
    @Args('status', { type: () => CaseStatus, nullable: true }) status: keyof typeof CaseStatus | null,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('skip', { type: () => Int, defaultValue: 0 }) skip: number,
  ) {
    return door.list(SupportCase, { where: status ? { status } : {}, order: ['number'], first, skip });
  }

  @Mutation(() => SupportCase, { nullable: true })
  @Allow('open', 'SupportCase')
  openCase(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: OpenCaseInput) {
    return door.run(openCase, id, input);
  }

  @Mutation(() => Seat, { nullable: true })
  @Allow('give', 'Seat')
  giveSeat(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: GiveSeatInput) {
    return door.run(giveSeat, id, input);
  }
}
