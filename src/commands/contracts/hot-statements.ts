import type { Database } from '../../database/database.js';
import { SelectionCompiler, type Selection } from '../../database/selection.js';
import { CASE_ORDERS, SupportCase } from '../../modules/cases/support-case.entity.js';
import { Task } from '../../modules/tasks/task.entity.js';
import { Ability } from '../../permissions/ability.js';
import type { StaffActor } from '../../permissions/actor.js';
import { INFORMATION_CATEGORIES } from '../../permissions/categories.js';
import { NEED_TO_KNOW } from '../../permissions/need-to-know.js';

const id = (digit: number) => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`;
const SEAT = {
  caseId: id(1),
  householdId: id(2),
  agencyId: id(3),
  profession: 'CASEWORKER',
  isKeyPerson: true,
  shared: INFORMATION_CATEGORIES,
} as const;

/** A caseworker who is key person of one case: the most common reader of all. */
const READER: StaffActor = {
  kind: 'staff',
  staffId: id(4),
  sessionId: null,
  postings: [{ agencyId: SEAT.agencyId, profession: SEAT.profession }],
  seats: [SEAT],
  meetings: [],
  series: [],
  guestOf: [],
  managedSeriesIds: [],
  managedAgencyIds: [],
  overseen: [],
  extraordinary: [],
  ownAccesses: { accessIds: [], noteIds: [] },
  needToKnow: NEED_TO_KNOW,
};

const select = (...fields: readonly (string | readonly [string, Selection])[]): Selection => ({
  fields: fields.map((field) =>
    typeof field === 'string' ? { key: field, name: field, children: null } : { key: field[0], name: field[0], children: field[1] },
  ),
});

const owner = [
  ['staff', select('name')],
  ['agency', select('name')],
] as const;
const HOT = [
  [
    'The board of a case',
    SupportCase,
    select(
      'id',
      'number',
      'headline',
      ['keyPerson', select(...owner)],
      ['seats', select('profession', ...owner)],
      ['tasks', select('id', 'what', 'status', 'dueOn', ...owner)],
    ),
    { where: { id: SEAT.caseId }, first: 1 },
  ],
  [
    'My unfinished tasks',
    Task,
    select('id', 'what', 'status', 'dueOn', 'version', ['case', select('number', 'headline')], ['agency', select('name')]),
    { where: { staffId: READER.staffId, isOpen: true }, order: ['dueOn', 'id'], first: 50 },
  ],
  [
    'My cases by their next deadline',
    SupportCase,
    select('id', 'number', 'headline', 'status', ['keyPerson', select(['staff', select('name')])], 'taskTally'),
    { order: CASE_ORDERS.NEXT_DUE, first: 50 },
  ],
] as const;

/**
 * The SQL that the hottest queries compile to, rules included, each with the shape of its plan: a diff of it is a change of what the database
 * is asked, or of how it would go about it.
 */
export async function hotStatements(database: Database, planOf: (sql: string) => Promise<string>): Promise<string> {
  const parts: string[] = [];
  for (const [title, type, selection, choice] of HOT) {
    const compiler = new SelectionCompiler(database, Ability.of(READER), true);
    const sql = compiler.list(type, selection, choice);
    const lines = sql.replace(/ (from|where|order by|limit|or|and) /g, '\n  $1 ');
    parts.push(`-- ${title}, for a caseworker who is key person of one case\n${lines};\n${await planOf(sql)}`);
  }
  return parts.join('\n');
}
