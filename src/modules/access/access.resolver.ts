import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Choice } from '../../database/selection.js';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { breakGlass, BreakGlassInput } from './break-glass.js';
import { endExtraordinaryAccess, EndExtraordinaryAccessInput } from './end-access.js';
import { ExtraordinaryAccess } from './extraordinary-access.entity.js';
import { lookIntoCase, LookIntoCaseInput } from './look-into-case.js';
import { reviewExtraordinaryAccess, ReviewExtraordinaryAccessInput } from './review-access.js';

/** Looking where one otherwise may not, and the answer that it must be given. */
@Resolver()
export class AccessResolver {
  @Query(() => [ExtraordinaryAccess], { description: 'What others looked at and the person who asks has yet to judge, oldest first.' })
  @Allow('review', 'ExtraordinaryAccess')
  accessReviews(@Door() door: ResolverDoor) {
    return door.list(ExtraordinaryAccess, { where: { review: 'PENDING' }, may: 'review', order: ['since', 'id'] });
  }

  @Query(() => [ExtraordinaryAccess], { description: 'Where the person who asks looks now although they otherwise may not.' })
  @Allow('end', 'ExtraordinaryAccess')
  async accessesUnderWay(@Door() door: ResolverDoor) {
    const { staffId } = await door.actor();
    const also: Choice['also'] = (it) => `${it}.until > tsunagi_now()`;
    return door.list(ExtraordinaryAccess, { where: { staffId, endedAt: null }, also, order: ['until', 'id'] });
  }

  @Mutation(() => ExtraordinaryAccess, { nullable: true })
  @Allow('breakGlass', 'ExtraordinaryAccess')
  breakGlass(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: BreakGlassInput) {
    return door.run(breakGlass, id, input);
  }

  @Mutation(() => ExtraordinaryAccess, { nullable: true })
  @Allow('lookInto', 'ExtraordinaryAccess')
  lookIntoCase(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: LookIntoCaseInput) {
    return door.run(lookIntoCase, id, input);
  }

  @Mutation(() => ExtraordinaryAccess, { nullable: true })
  @Allow('end', 'ExtraordinaryAccess')
  endExtraordinaryAccess(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EndExtraordinaryAccessInput) {
    return door.run(endExtraordinaryAccess, id, input);
  }

  @Mutation(() => ExtraordinaryAccess, { nullable: true })
  @Allow('review', 'ExtraordinaryAccess')
  reviewExtraordinaryAccess(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ReviewExtraordinaryAccessInput) {
    return door.run(reviewExtraordinaryAccess, id, input);
  }
}
