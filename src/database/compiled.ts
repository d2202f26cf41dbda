import type { Ability } from '../permissions/ability.js';
import { conditionsToSql, Values } from '../permissions/to-sql.js';
import { presuming, type Database } from './database.js';
import { nameFor } from './names.js';
import { SelectionCompiler, type Choice, type Selection } from './selection.js';
import type { Type } from './shape.js';

/** A selection compiled for somebody: the text, the values, and whether its answer can hold rows of a restricted category. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly watches: boolean;
  /** Under which name the server keeps it prepared; none for one that is not asked often. */
  readonly name: string | undefined;
}

/** What is the same each time that somebody asks the same: everything but the values of the choice itself, which come first. */
interface Compiled extends Statement {
  readonly rules: readonly unknown[];
}

/** The rules are of one description of a person: what was compiled with them goes when they do. */
const compiledFor = new WeakMap<Ability, Map<string, Compiled>>();
const MOST_FOR_ONE = 60;

/** A statement for a selection, compiled once for each person as long as they stand as they were described. */
export function statementFor(database: Database, ability: Ability, type: Type, selection: Selection, choice: Choice): Statement {
  const own = new Values();
  const where = choice.where ? conditionsToSql(choice.where, database.columnsOf(type, 't1'), own) : '';
  // What `also` says is only known once it has been called.
  if (choice.also) return compile(database, ability, type, selection, choice, own.list.length);
  const key = [type.name, where, choice.may, choice.order?.join(), choice.first, choice.skip, choice.whole, JSON.stringify(selection)].join(
    '|',
  );
  const known = compiledFor.get(ability) ?? new Map<string, Compiled>();
  compiledFor.set(ability, known);
  let compiled = known.get(key);
  if (!compiled) {
    if (known.size >= MOST_FOR_ONE) known.clear();
    known.set(key, (compiled = compile(database, ability, type, selection, choice, own.list.length)));
  }
  return { ...compiled, name: nameFor(compiled.sql), values: [...own.list, ...compiled.rules] };
}

function compile(database: Database, ability: Ability, type: Type, selection: Selection, choice: Choice, own: number): Compiled {
  const compiler = new SelectionCompiler(database, ability);
  // A copy, so that no rule shares a value with the choice: the choice's values change from one question to the next.
  const expression = compiler.chosen(type, selection, { ...choice, where: structuredClone(choice.where) });
  const { list } = compiler.values;
  const sql = presuming(expression, list.length);
  return { sql, values: list, rules: list.slice(own), watches: compiler.watches, name: undefined };
}
