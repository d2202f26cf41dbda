import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { Door, type ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { TrailEntry } from './trail-entry.view.js';

@Resolver()
export class ResponsibilityResolver {
  @Query(() => [TrailEntry], { description: 'What happened on a case, in order; only entries that the person who asks may see.' })
  @Allow('read', 'TrailEntry')
  trail(
    @Door() door: ResolverDoor,
    @Args('caseId', { type: () => Uuid }) caseId: string,
    @Args('after', { type: () => Int, defaultValue: 0 }) after: number,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
  ) {
    return door.list(TrailEntry, { where: { caseId, seq: { $gt: after } }, order: ['seq'], first });
  }
}
