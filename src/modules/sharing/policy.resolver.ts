import { Args, Context, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import type { RequestContext } from '../../graphql/request.js';
import { CalendarDate } from '../../graphql/scalars.js';
import { INFORMATION_CATEGORIES } from '../../permissions/categories.js';
import { withCells, type NeedToKnowCell as Cell, type NeedToKnowRow } from '../../permissions/need-to-know.js';
import { endOfDay } from './period.js';
import { changeNeedToKnow, ChangeNeedToKnowInput } from './change-need-to-know.js';
import { needToKnowEffect, NeedToKnowEffect, NeedToKnowEffectArgs } from './need-to-know-effect.js';
import { InformationCategory } from '../cases/category.js';
import { NeedToKnowCell, NeedToKnowLevel, NeedToKnowWho } from './need-to-know-cell.entity.js';

@ObjectType({ description: 'How much of a category a profession needs to know, on a day.' })
export class NeedToKnowLine {
  @Field(() => NeedToKnowWho) profession: NeedToKnowRow;
  @Field(() => InformationCategory) about: InformationCategory;
  @Field(() => NeedToKnowLevel) level: keyof typeof NeedToKnowLevel;
}

@Resolver()
export class PolicyResolver {
  @Query(() => [NeedToKnowLine], { description: 'The whole need-to-know table at the end of a day in Japan; as it stands, without one.' })
  @Allow('read', 'NeedToKnowCell')
  async needToKnow(
    @Context() { database }: RequestContext,
    @Args('on', { type: () => CalendarDate, nullable: true }) on: string | null,
  ): Promise<NeedToKnowLine[]> {
    const cells = await database.ask<Cell & object>(
      'select profession, about, level from need_to_know where since <= coalesce($1, tsunagi_now()) and (until is null or until > coalesce($1, tsunagi_now()))',
      [on ? endOfDay(on) : null],
    );
    const table = withCells(cells);
    return Object.entries(table).flatMap(([profession, levels]) =>
      INFORMATION_CATEGORIES.map((about) => ({ profession: profession as NeedToKnowRow, about, level: levels[about] })),
    );
  }

  @Query(() => [NeedToKnowCell], { description: 'Every change of the table, newest first, with its reason.' })
  @Allow('read', 'NeedToKnowCell')
  needToKnowChanges(@Door() door: ResolverDoor) {
    return door.list(NeedToKnowCell, { order: ['-since', 'id'] });
  }

  @Query(() => NeedToKnowEffect, {
    description: 'For whoever may change the table: how many people a change would touch, before it is made.',
  })
  @Allow('change', 'NeedToKnowCell')
  needToKnowEffect(@Door() door: ResolverDoor, @Args() change: NeedToKnowEffectArgs) {
    return needToKnowEffect(door, change);
  }

  @Mutation(() => NeedToKnowCell, { nullable: true })
  @Allow('change', 'NeedToKnowCell')
  changeNeedToKnow(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ChangeNeedToKnowInput) {
    return door.run(changeNeedToKnow, id, input);
  }
}
