import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText } from '../../graphql/scalars.js';
import { INFORMATION_CATEGORIES } from '../../permissions/categories.js';
import { LEVELS, withCells, type NeedToKnow, type NeedToKnowCell as Cell } from '../../permissions/need-to-know.js';
import { ON_CASE_PROFESSIONS } from '../../permissions/professions.js';
import { conflict, invalid } from '../../refusal.js';
import { InformationCategory } from '../cases/category.js';
import { NeedToKnowCell, NeedToKnowLevel, NeedToKnowWho } from './need-to-know-cell.entity.js';

@InputType()
export class ChangeNeedToKnowInput {
  @Field(() => NeedToKnowWho) profession: keyof typeof NeedToKnowWho;
  @Field(() => InformationCategory) about: InformationCategory;
  @Field(() => NeedToKnowLevel) level: keyof typeof NeedToKnowLevel;
  @Field(() => ShortText) reason: string;
}

/**
 * Sets a cell of the municipality's need-to-know table from now on, with its reason. It acts at once on everyone of the profession.
 * `CONFLICT` when it says so already; `INVALID` when nobody could write in the category any more, or the key person would lose its headline.
 */
export async function changeNeedToKnow(work: Work, input: ChangeNeedToKnowInput): Promise<NeedToKnowCell> {
  work.must('change', {}, NeedToKnowCell);
  const { profession, about, level, reason } = input;
  const before = await work.scope.find(NeedToKnowCell, { until: null });
  const current = before.find((cell) => cell.profession === profession && cell.about === about);
  if (withCells(before)[profession][about] === level) throw conflict({ ja: 'すでにその設定です。', en: 'It is set so already.' });
  refuseLockOut(withCells(withCell(before, { profession, about, level })));
  if (current) await work.save(current, { until: work.now });
  const cell = await work.insert(NeedToKnowCell, {
    profession,
    about,
    level,
    reason,
    staffId: work.staff.staffId,
    since: work.now,
    until: null,
  });
  work.record('need-to-know.changed', cell);
  return cell;
}

/** The municipality's own cells with this one as it would be. */
export const withCell = (cells: readonly Cell[], changed: Cell): Cell[] => [
  ...cells.filter(({ profession, about }) => profession !== changed.profession || about !== changed.about),
  changed,
];

/** `INVALID` for a table in which nobody writes in a category, or the key person does not see its headline. */
export function refuseLockOut(table: NeedToKnow): void {
  for (const about of INFORMATION_CATEGORIES) {
    const writes = ON_CASE_PROFESSIONS.some((profession) => table[profession][about] === 'WRITE');
    const keyPerson = LEVELS.indexOf(table.KEY_PERSON[about]) >= LEVELS.indexOf('HEADLINE');
    if (writes && keyPerson) continue;
    throw invalid('input.level', 'NOT_ALLOWED', {
      ja: 'この変更では、誰も記入できない情報区分か、キーパーソンに見出しも見えない情報区分ができます。',
      en: 'Nobody could write in this category any more, or the key person would not even see its headline.',
    });
  }
}
