import type { Ability } from '../permissions/ability.js';
import type { StaffActor } from '../permissions/actor.js';
import type { Category } from '../permissions/categories.js';
import type { Because } from '../permissions/grant.js';
import type { SubjectName } from '../permissions/subjects.js';

type Json = Record<string, unknown>;

/** Rows that may be of a restricted category: those at one place of a selection, and which of their fields it shows. */
export interface Watched {
  readonly subject: SubjectName;
  readonly fields: readonly string[];
}

/** A row of a restricted category that a reading brought out: which of its fields, and on what ground. */
export interface Sight {
  readonly type: SubjectName;
  readonly id: string;
  readonly caseId: string | null;
  readonly category: Category;
  readonly fields: readonly string[];
  readonly because: Because;
}

/** The last column of rows that are watched: of those of a restricted category it says at which place they are, and what their rules ask about (as SQL by name). */
export const marking = (place: number, isRestricted: string, asked: ReadonlyMap<string, string>): string =>
  `case when ${isRestricted} then json_build_object('$at', ${place}, ${[...asked].map(([name, sql]) => `'${name}', ${sql}`).join(', ')}) end as "$seen"`;

/** A mark, and where a row has none: always behind a field, so that what is left is as it would be without. Its strings are passed over whole. */
const MARKS = /,"\$seen":(?:null|(\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}))/g;

/** The text of an answer without its marks, and what they tell of. Inside of a text of a row a quote is never bare: nothing else can look like a mark. */
export function readMarks(
  text: string,
  watched: readonly Watched[],
  person: { readonly actor: StaffActor; readonly ability: Ability },
): { readonly text: string; readonly sights: readonly Sight[] } {
  const sights: Sight[] = [];
  if (watched.length === 0) return { text, sights };
  const unmarked = text.replace(MARKS, (_, mark?: string) => {
    if (mark) sights.push(sightOf(JSON.parse(mark) as Json, watched, person));
    return '';
  });
  return { text: unmarked, sights };
}

function sightOf(seen: Json, watched: readonly Watched[], { actor, ability }: { actor: StaffActor; ability: Ability }): Sight {
  const { subject, fields } = watched[seen['$at'] as number]!;
  return {
    type: subject,
    // An entry of the trail has no id of its own; it is known by the row that it is about.
    id: (seen['id'] ?? seen['aboutId']) as string,
    caseId: caseOf(actor, seen),
    category: seen['category'] as Category,
    fields,
    because: ability.decide('read', subject, seen).because,
  };
}

/** The case of a row, or for one of a household the latest case through which its reader reaches it. */
function caseOf({ seats, overseen, extraordinary }: StaffActor, { caseId, householdId }: Json): string | null {
  if (caseId !== undefined) return caseId as string | null;
  return [...extraordinary, ...overseen, ...seats].findLast((place) => place.householdId === householdId)?.caseId ?? null;
}
