import { INFORMATION_CATEGORIES, type InformationCategory } from './categories.js';
import type { Profession } from './professions.js';

/**
 * How much of a category a seat needs: nothing; the headline (that a task or issue exists, who owns it and by when);
 * the records too; or to write them. Each level includes the ones before it.
 */
export const LEVELS = ['NONE', 'HEADLINE', 'READ', 'WRITE'] as const;
export type Level = (typeof LEVELS)[number];

/** The key person coordinates, whatever their profession: an extra row beside that of their profession. */
export type NeedToKnowRow = Profession | 'KEY_PERSON';
export type NeedToKnow = Readonly<Record<NeedToKnowRow, Readonly<Record<InformationCategory, Level>>>>;

const LETTERS: Readonly<Record<string, Level>> = { '-': 'NONE', h: 'HEADLINE', r: 'READ', w: 'WRITE' };

const row = (letters: string): Readonly<Record<InformationCategory, Level>> => {
  const cells = letters.split(' ');
  return Object.fromEntries(INFORMATION_CATEGORIES.map((category, at) => [category, LETTERS[cells[at] ?? '-'] ?? 'NONE'])) as Record<
    InformationCategory,
    Level
  >;
};

/**
 * The first need-to-know table, one row for each profession. Columns in the order of `INFORMATION_CATEGORIES`:
 * LIFE HEALTH EMPLOYMENT EDUCATION CHILD INCOME HOUSING FAMILY SAFETY IDENTITY CONSULTATION.
 * After the sources: ハローワーク reads employment, education and the consultation; 保健師 health, children and daily life;
 * caseworkers daily life, income and employment; a counsellor keeps health notes. A municipality confirms it.
 */
export const NEED_TO_KNOW: NeedToKnow = {
  //                               LIF HEA EMP EDU CHI INC HOU FAM SAF IDE CON
  CASEWORKER: row('w h r r r w w r h w r'),
  CHILD_CASEWORKER: row('w h h w w h r w w r h'),
  PUBLIC_HEALTH_NURSE: row('w w - - w - h r h r -'),
  HELLO_WORK_NAVIGATOR: row('- - w w - - - - - r w'),
  SINGLE_PARENT_SUPPORT_WORKER: row('w h w w r w w w h w w'),
  EMPLOYMENT_SPECIALIST: row('h - w w h h - - - r w'),
  EMPLOYMENT_SUPPORT_WORKER: row('h - w w - h - - - r w'),
  PROGRAMME_PLANNER: row('r - w w h r h h - r w'),
  CONSULTATION_SUPPORT_WORKER: row('w h r r h w w h h w w'),
  WOMENS_COUNSELLOR: row('w h h h r h w w w w r'),
  COUNSELLOR: row('r w - - h - - r r - -'),
  COORDINATOR: row('h - r r - - - - - h r'),
  CLERK: row('- - - - - h - - - w -'),
  MANAGER: row('h h h h h h h h h h h'),
  SYSTEM_ADMINISTRATOR: row('- - - - - - - - - - -'),
  INFORMATION_OFFICER: row('- - - - - - - - - - -'),
  KEY_PERSON: row('r h r r r r r r h r r'),
};

/** True when `level` gives at least what `needed` asks. */
export const reaches = (level: Level, needed: Level) => LEVELS.indexOf(level) >= LEVELS.indexOf(needed);

/** The categories that a row of the table reaches at `needed` or above. */
export const categoriesAt = (table: NeedToKnow, who: NeedToKnowRow, needed: Level): InformationCategory[] =>
  INFORMATION_CATEGORIES.filter((category) => reaches(table[who][category], needed));

/** One cell that a municipality has set otherwise than the table that ships. */
export interface NeedToKnowCell {
  readonly profession: NeedToKnowRow;
  readonly about: InformationCategory;
  readonly level: Level;
}

/** The table that ships with a municipality's own cells in place of its. */
export function withCells(cells: readonly NeedToKnowCell[]): NeedToKnow {
  if (cells.length === 0) return NEED_TO_KNOW;
  const table: Record<string, Record<string, Level>> = structuredClone(NEED_TO_KNOW);
  for (const { profession, about, level } of cells) if (table[profession]) table[profession][about] = level;
  return table as NeedToKnow;
}
