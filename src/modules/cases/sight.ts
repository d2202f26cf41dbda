import { Field, ObjectType } from '@nestjs/graphql';
import { codes } from '../../graphql/columns.js';
import type { Ability } from '../../permissions/ability.js';
import { INFORMATION_CATEGORIES, type InformationCategory as CategoryCode } from '../../permissions/categories.js';
import { LEVELS, NEED_TO_KNOW, reaches } from '../../permissions/need-to-know.js';
import { ON_CASE_PROFESSIONS } from '../../permissions/professions.js';
import { Profession } from '../people/posting.entity.js';
import { InformationCategory } from './category.js';

export const SightLevel = codes('SightLevel', LEVELS);

@ObjectType({ description: 'How much of one information category someone sees.' })
export class Sight {
  @Field(() => InformationCategory) category: CategoryCode;
  @Field(() => SightLevel) level: keyof typeof SightLevel;
  @Field(() => [Profession], { description: 'Professions on a case that read it, beside the key person where their row says so.' })
  readers: (keyof typeof Profession)[];
}

@ObjectType({ description: 'What a seat gives someone of a profession to see.' })
export class ProfessionSight {
  @Field(() => Profession) profession: keyof typeof Profession;
  @Field(() => [Sight]) sights: Sight[];
}

const readersOf = (category: CategoryCode) =>
  ON_CASE_PROFESSIONS.filter((profession) => reaches(NEED_TO_KNOW[profession][category], 'READ'));

/** What each profession would see of a case: shown before somebody is given a seat. */
export const sightByProfession = (): ProfessionSight[] =>
  ON_CASE_PROFESSIONS.map((profession) => ({
    profession,
    sights: INFORMATION_CATEGORIES.map((category) => ({
      category,
      level: NEED_TO_KNOW[profession][category],
      readers: readersOf(category),
    })),
  }));

/** What the rules give one person to see of a case, category by category. */
export const sightOf = (ability: Ability, caseId: string, staffId: string): Sight[] =>
  INFORMATION_CATEGORIES.map((category) => ({
    category,
    level: levelOf(ability, { caseId, category, staffId }),
    readers: readersOf(category),
  }));

function levelOf(ability: Ability, row: { caseId: string; category: CategoryCode; staffId: string }): keyof typeof SightLevel {
  if (ability.can('write', 'Record', row)) return 'WRITE';
  if (ability.can('read', 'Record', row)) return 'READ';
  return ability.can('read', 'Task', row) ? 'HEADLINE' : 'NONE';
}
