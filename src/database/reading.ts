import type { Ability } from '../permissions/ability.js';
import type { StaffActor } from '../permissions/actor.js';
import type { Acquaintance } from './acquaintances.js';
import { statementFor, type Statement } from './compiled.js';
import { presuming, unchanged, type Database } from './database.js';
import { readMarks, type Sight } from './marks.js';
import { SelectionCompiler, type Choice, type Selection } from './selection.js';
import type { Type } from './shape.js';
import type { Transaction } from './transaction.js';

/** What a selection brought: the rows, the instant, and what of it was restricted. */
export interface Reading<T> {
  readonly rows: T[];
  readonly at: Date;
  readonly sights: readonly Sight[];
}

/** The same, with the rows as one text. */
export type Written = Omit<Reading<never>, 'rows'> & { readonly text: string };

/** What the database answers: the text of the rows, `null` where whoever asks no longer stands as they were described. */
interface Answer {
  readonly json: string | null;
  readonly at: Date;
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
  const [row] = await database.read<{ json: string; at: Date }>(actor, sql, compiler.values.list);
  return readingOf<T>({ ...readMarks(row!.json, compiler.watched, { actor, ability }), at: row!.at });
}

/** The same for somebody as they were last described, in one round trip; `null` when they no longer stand as that. */
export async function readPresuming<T extends object>(
  database: Database,
  person: Acquaintance,
  type: Type<T>,
  selection: Selection,
  choice: Choice,
): Promise<Reading<T> | null> {
  const written = await readWritten(database, person, type, selection, choice);
  return written && readingOf<T>(written);
}

/** The same as the text that the database wrote. */
export async function readWritten(
  database: Database,
  person: Acquaintance,
  type: Type,
  selection: Selection,
  choice: Choice,
): Promise<Written | null> {
  const statement = statementFor(database, person.ability, type, selection, choice, presuming);
  return written(database, person, statement, await database.readPresuming(person, statement.sql, statement.values));
}

/**
 * The row with this id within the transaction that made it, for the person who acts there. `null` where they no longer stand as they were
 * described. What cannot be asked is refused at once, before the transaction goes on.
 */
export function readWithin<T extends object>(
  database: Database,
  transaction: Transaction,
  person: Acquaintance,
  type: Type<T>,
  selection: Selection,
  id: string,
): Promise<Reading<T> | null> {
  const statement = statementFor(database, person.ability, type, selection, { where: { id }, first: 1 }, unchanged);
  return transaction.ask<Answer>(statement.sql, [...statement.values, person.stamp]).then(async ([answer]) => {
    const row = await written(database, person, statement, answer!);
    return row && readingOf<T>(row);
  });
}

async function written(
  { directory }: Database,
  person: Acquaintance,
  { pages, watched }: Statement,
  { json, at }: Answer,
): Promise<Written | null> {
  return json === null ? null : { ...readMarks(await directory.complete(json, pages, person.stamp), watched, person), at };
}

const readingOf = <T extends object>({ text, at, sights }: Written): Reading<T> => ({ rows: JSON.parse(text) as T[], at, sights });
