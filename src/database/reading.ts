import type { Ability } from '../permissions/ability.js';
import type { StaffActor } from '../permissions/actor.js';
import type { Category } from '../permissions/categories.js';
import type { Because } from '../permissions/grant.js';
import type { SubjectName } from '../permissions/subjects.js';
import type { Acquaintance } from './acquaintances.js';
import { presuming, unchanged, type Database } from './database.js';
import { statementFor } from './compiled.js';
import { SEEN, SelectionCompiler, type Choice, type Selection } from './selection.js';
import { shapeOf, subjectOf, type Type } from './shape.js';
import type { Transaction } from './transaction.js';

/** How a row of a restricted category is written. */
const MARKED = `"${SEEN}":{`;

type Json = Record<string, unknown>;

/** A row of a restricted category that a reading brought out: which of its fields, and on what ground. */
export interface Sight {
  readonly type: SubjectName;
  readonly id: string;
  readonly caseId: string | null;
  readonly category: Category;
  readonly fields: readonly string[];
  readonly because: Because;
}

/** What a selection brought: the rows, the instant, and what of it was restricted. */
export interface Reading<T> {
  readonly rows: T[];
  readonly at: Date;
  readonly sights: readonly Sight[];
}

/** The door for reading outside a transaction: a selection becomes one statement under the actor's rules, and tells what restricted rows it brought. */
export async function readRows<T extends object>(
  database: Database,
  actor: StaffActor,
  ability: Ability,
  type: Type<T>,
  selection: Selection,
  choice: Choice,
): Promise<Reading<T>> {
  const compiler = new SelectionCompiler(database, ability);
  const sql = compiler.list(type, selection, choice);
  const [row] = await database.read<{ json: T[]; at: Date }>(actor, sql, compiler.values.list);
  return { rows: row!.json, at: row!.at, sights: sightsIn(row!.json, compiler.watches, { actor, ability }, type, selection) };
}

/** The same for somebody as they were last described, in one round trip; `null` when they no longer stand as that. */
export async function readPresuming<T extends object>(
  database: Database,
  person: Acquaintance,
  type: Type<T>,
  selection: Selection,
  choice: Choice,
): Promise<Reading<T> | null> {
  const answer = await askPresuming(database, person, type, selection, choice);
  return answer && readingOf(answer, person, type, selection);
}

/**
 * The row with this id within the transaction that made it, for the person who acts there. `null` where they no longer stand as they were
 * described, or where what is selected rests on the entries that are still to be sealed: then it is read once the transaction is over.
 */
export function readWithin<T extends object>(
  database: Database,
  transaction: Transaction,
  person: Acquaintance,
  type: Type<T>,
  selection: Selection,
  id: string,
): Promise<Reading<T> | null> | null {
  const { sql, values, watches, pages } = statementFor(database, person.ability, type, selection, { where: { id }, first: 1 }, unchanged);
  if (RESTS_ON_ENTRIES.test(sql)) return null;
  const asked = transaction.ask<{ json: string | null; at: Date }>(sql, [...values, person.stamp]);
  return asked.then(async ([row]) => {
    const { json, at } = row!;
    if (json === null) return null;
    return readingOf({ json: await database.directory.complete(json, pages, person.stamp), at, watches }, person, type, selection);
  });
}
const RESTS_ON_ENTRIES = /\btrail\b/;

/** What the database wrote, and whether there can be marks in it. */
interface Text {
  readonly json: string;
  readonly at: Date;
  readonly watches: boolean;
}

async function askPresuming(
  database: Database,
  person: Acquaintance,
  type: Type,
  selection: Selection,
  choice: Choice,
): Promise<Text | null> {
  const { sql, values, watches, pages } = statementFor(database, person.ability, type, selection, choice, presuming);
  const answer = await database.readPresuming(person, sql, values);
  return answer && { ...answer, json: await database.directory.complete(answer.json, pages, person.stamp), watches };
}

function readingOf<T extends object>({ json, at, watches }: Text, person: Acquaintance, type: Type<T>, selection: Selection): Reading<T> {
  const rows = JSON.parse(json) as T[];
  // Most answers hold nothing restricted, and their text says so at a glance. Inside of a text of a row a quote is never bare.
  return { rows, at, sights: sightsIn(rows, watches && json.includes(MARKED), person, type, selection) };
}

/** A mark, and where a row has none: always behind a field, so that what is left is as it would be without. Its strings are passed over whole. */
const MARKS = /,"\$seen":(?:null|\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\})/g;

/** The same as `readPresuming` brings, as the text that the database wrote, without the marks. */
export async function readWritten(
  database: Database,
  person: Acquaintance,
  type: Type,
  selection: Selection,
  choice: Choice,
): Promise<(Omit<Reading<never>, 'rows'> & { readonly text: string }) | null> {
  const answer = await askPresuming(database, person, type, selection, choice);
  if (!answer) return null;
  const { json, at, watches } = answer;
  const sights = watches && json.includes(MARKED) ? readingOf(answer, person, type, selection).sights : [];
  return { text: watches ? json.replace(MARKS, '') : json, at, sights };
}

function sightsIn(
  rows: readonly object[],
  watches: boolean,
  { actor, ability }: Pick<Acquaintance, 'actor' | 'ability'>,
  type: Type,
  selection: Selection,
): Sight[] {
  const sights: Sight[] = [];
  if (watches) new Walk(actor, ability, (sight) => sights.push(sight)).through(type, selection, rows as Json[]);
  return sights;
}

/** Goes once through an answer, takes the marks of restricted rows out of it, and tells of each. */
class Walk {
  constructor(
    private readonly actor: StaffActor,
    private readonly ability: Ability,
    private readonly tell: (sight: Sight) => void,
  ) {}

  through(type: Type, selection: Selection, rows: readonly (Json | null)[]): void {
    const { links } = shapeOf(type);
    const below = selection.fields.flatMap(({ key, name, children }) => {
      const link = links.get(name);
      return link && children ? [{ key, to: link.to(), children }] : [];
    });
    for (const row of rows) {
      if (!row) continue;
      this.take(type, selection, row);
      for (const { key, to, children } of below) this.through(to, children, [row[key]].flat() as (Json | null)[]);
    }
  }

  private take(type: Type, selection: Selection, row: Json): void {
    const seen = row[SEEN] as Json | null | undefined;
    delete row[SEEN];
    if (!seen) return;
    const subject = subjectOf(type);
    this.tell({
      type: subject,
      // An entry of the trail has no id of its own; it is known by the row that it is about.
      id: (seen['id'] ?? seen['aboutId']) as string,
      caseId: this.caseOf(seen),
      category: seen['category'] as Category,
      fields: fieldsOf(type, selection),
      because: this.ability.decide('read', subject, seen).because,
    });
  }

  /** The case of a row, or for one of a household the latest case through which its reader reaches it. */
  private caseOf({ caseId, householdId }: Json): string | null {
    if (caseId !== undefined) return caseId as string | null;
    const { seats, overseen, extraordinary } = this.actor;
    return [...extraordinary, ...overseen, ...seats].findLast((place) => place.householdId === householdId)?.caseId ?? null;
  }
}

/** The fields of a row that were asked for; what is computed beside them, such as `can`, tells nothing of the row. */
function fieldsOf(type: Type, { fields }: Selection): string[] {
  const { columns, links, derived } = shapeOf(type);
  const names = fields.map(({ name }) => name).filter((name) => columns.has(name) || links.has(name) || derived.has(name));
  return [...new Set(names)].sort();
}
