import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { Door, type ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { notFound } from '../../refusal.js';
import { ProfessionSight, Sight, sightByProfession, sightOf } from './sight.js';
import { SupportCase } from './support-case.entity.js';

@Resolver()
export class SightResolver {
  @Query(() => [Sight], { description: 'What the person who asks sees of a case, in every information category.' })
  @Allow('read', 'SupportCase')
  async sight(@Door() door: ResolverDoor, @Args('caseId', { type: () => Uuid }) caseId: string): Promise<Sight[]> {
    const [seen] = await door.columns(SupportCase, ['id'], { where: { id: caseId }, first: 1 });
    if (!seen) throw notFound();
    return sightOf(await door.ability(), seen.id, (await door.actor()).staffId);
  }

  @Query(() => [ProfessionSight], { description: 'The need-to-know table: what a seat gives each profession to see.' })
  @Allow('read', 'Staff')
  async needToKnow(@Door() door: ResolverDoor): Promise<ProfessionSight[]> {
    await door.actor();
    return sightByProfession();
  }
}
