import type { Sight } from '../../database/marks.js';
import { RESTRICTED_CATEGORIES, type Category } from '../../permissions/categories.js';
import { AS_OFFICER } from '../../permissions/grant.js';
import { SUBJECTS, type SubjectName } from '../../permissions/subjects.js';

/** A row as the database holds it. */
export type HeldRow = Readonly<Record<string, unknown>>;

/** Everything that is held about a household: its rows by table, who read of it, what happened, and the names behind ids. */
export interface HeldAbout {
  readonly rows: Readonly<Record<string, readonly HeldRow[]>>;
  readonly readings: readonly HeldRow[];
  readonly trail: readonly HeldRow[];
  readonly names: Readonly<Record<string, string>>;
}

/** The same, and of each file where its content is fetched. */
export const withFiles = ({ rows, ...others }: HeldAbout, place: string): HeldAbout => ({
  ...others,
  rows: {
    ...rows,
    ...(rows['attachment'] && { attachment: rows['attachment'].map((row) => ({ ...row, content: `${place}/${String(row['id'])}` })) }),
  },
});

/** What of it is of a restricted category: noted in the access log like any other reading. */
export const sightsOf = ({ rows }: Pick<HeldAbout, 'rows'>): Sight[] =>
  Object.entries(rows).flatMap(([table, held]) =>
    held.flatMap((row) => {
      const type = SUBJECT_OF[table];
      const category = row['category'] as Category;
      if (!type || !RESTRICTED_CATEGORIES.some((restricted) => restricted === category)) return [];
      const caseId = (row['case_id'] as string | undefined) ?? null;
      return [{ type, id: row['id'] as string, caseId, category, fields: Object.keys(row).map(camel).sort(), because: AS_OFFICER }];
    }),
  );

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const snake = (name: string) => name.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
const SUBJECT_OF: Readonly<Record<string, SubjectName>> = Object.fromEntries(SUBJECTS.map((name) => [snake(name), name]));
