import { hash } from 'node:crypto';
import type { Ability } from '../permissions/ability.js';
import { conditionsToSql, Values } from '../permissions/to-sql.js';
import type { Database } from './database.js';
import type { Page } from './directory.js';
import { written } from './lists.js';
import type { Watched } from './marks.js';
import { SelectionCompiler, type Choice, type Selection } from './selection.js';
import type { Type } from './shape.js';

/** A selection compiled for somebody: the text, the values, where its answer can hold rows of a restricted category, and what it takes from the directory. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
  readonly watched: readonly Watched[];
  readonly pages: readonly Page[];
}

/** What is the same each time that somebody asks the same: everything but the values of the choice itself, which come before those of the rules. */
interface Compiled {
  readonly sql: string;
  readonly rules: readonly unknown[];
  readonly watched: readonly Watched[];
  readonly pages: readonly Page[];
}

/** The rules are of one description of a person: what was compiled with them goes when they do. */
const compiledFor = new WeakMap<Ability, Map<string, Compiled>>();
const MOST_FOR_ONE = 40;

/** How an expression is answered only to somebody who stands as they were described: its own values come first, the proof's after them. */
type Guard = (expression: string, values: number) => string;

/** A statement for a selection, compiled once for each person as long as they stand as they were described. */
export function statementFor(
  database: Database,
  ability: Ability,
  type: Type,
  selection: Selection,
  choice: Choice,
  guard: Guard,
): Statement {
  const own = new Values();
  const where = choice.where ? conditionsToSql(choice.where, database.columnsOf(type, 't1'), own) : '';
  const compiling = () => compile(database, ability, type, selection, choice, own.list.length, guard);
  const key = [
    guard.name,
    type.name,
    where,
    choice.may,
    choice.order?.join(),
    choice.first,
    choice.skip,
    choice.whole,
    printOf(selection),
  ].join('|');
  // What `also` says is only known once it has been called.
  const { sql, rules, ...answer } = choice.also ? compiling() : remembered(ability, key, compiling);
  return { sql, values: [...own.list, ...rules], ...answer };
}

function remembered(ability: Ability, key: string, compiling: () => Compiled): Compiled {
  const all = compiledFor.get(ability) ?? new Map<string, Compiled>();
  compiledFor.set(ability, all);
  const known = all.get(key) ?? compiling();
  if (all.size >= MOST_FOR_ONE) all.clear();
  all.set(key, known);
  return known;
}

/** A short name for a selection, the same for equal ones. */
const prints = new WeakMap<Selection, string>();
function printOf(selection: Selection): string {
  const known = prints.get(selection) ?? hash('sha256', JSON.stringify(selection), 'base64url');
  prints.set(selection, known);
  return known;
}

/** Most people's statements have the same text: one copy of it serves all of them. */
const texts = new Map<string, string>();
const MOST_TEXTS = 500;
function shared(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(text, text);
  return text;
}

function compile(
  database: Database,
  ability: Ability,
  type: Type,
  selection: Selection,
  choice: Choice,
  own: number,
  guard: Guard,
): Compiled {
  const compiler = new SelectionCompiler(database, ability, true);
  // A copy, so that no rule shares a value with the choice: the choice's values change from one question to the next.
  const expression = compiler.chosen(type, selection, { ...choice, where: structuredClone(choice.where) });
  const { list } = compiler.values;
  const sql = shared(guard(expression, list.length));
  return {
    sql,
    rules: list.slice(own).map((value, at) => written(value, own + at + 1, sql)),
    watched: compiler.watched,
    pages: compiler.pages,
  };
}
