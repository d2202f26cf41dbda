import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { loadActorsOnDuty } from '../../database/load-actor.js';
import type { ResolverDoor } from '../../graphql/door.js';
import { denial } from '../../permissions/actions.js';
import { effectOn } from '../../permissions/effect.js';
import { withCells, type NeedToKnowCell as Cell } from '../../permissions/need-to-know.js';
import { forbidden } from '../../refusal.js';
import { InformationCategory } from '../cases/category.js';
import { refuseLockOut, withCell } from './change-need-to-know.js';
import { NeedToKnowCell, NeedToKnowLevel, NeedToKnowWho } from './need-to-know-cell.entity.js';

@ArgsType()
export class NeedToKnowEffectArgs {
  @Field(() => NeedToKnowWho) profession: keyof typeof NeedToKnowWho;
  @Field(() => InformationCategory) about: InformationCategory;
  @Field(() => NeedToKnowLevel) level: keyof typeof NeedToKnowLevel;
}

@ObjectType({ description: 'What a change of the need-to-know table would do at this instant. Numbers only: no case and nobody is named.' })
export class NeedToKnowEffect {
  @Field(() => NeedToKnowLevel, { description: 'What the table says now.' }) before: keyof typeof NeedToKnowLevel;
  @Field(() => Int, { description: 'People who would see more, on at least one case.' }) gaining: number;
  @Field(() => Int, { description: 'People who would see less, on at least one case.' }) losing: number;
  @Field(() => Int, { description: 'On how many cases they see more or less, counted for each person.' }) places: number;
}

/**
 * Counts whom a change of the table would touch, by asking the rules of everyone on duty with the table as it stands and as it would
 * stand. `FORBIDDEN` to whoever may not change it; `INVALID` for a change that would be refused.
 */
export async function needToKnowEffect(door: ResolverDoor, { profession, about, level }: NeedToKnowEffectArgs): Promise<NeedToKnowEffect> {
  if (!(await door.ability()).can('change', 'NeedToKnowCell', {})) throw forbidden(denial('change', 'NeedToKnowCell'));
  const cells: Cell[] = await door.columns(NeedToKnowCell, ['profession', 'about', 'level'], { where: { until: null } });
  const table = withCells(withCell(cells, { profession, about, level }));
  refuseLockOut(table);
  const effects = (await loadActorsOnDuty(door.request.database)).map((actor) => effectOn(actor, table, about));
  return {
    before: withCells(cells)[profession][about],
    gaining: effects.filter(({ more }) => more > 0).length,
    losing: effects.filter(({ less }) => less > 0).length,
    places: effects.reduce((sum, { more, less }) => sum + more + less, 0),
  };
}
