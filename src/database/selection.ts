import { RESTRICTED_CATEGORIES } from '../permissions/categories.js';
import type { Conditions, Operators, Scalar } from '../permissions/rules.js';
import { READINGS } from '../permissions/subjects.js';
import type { Ability } from '../permissions/ability.js';
import type { Action } from '../permissions/actions.js';
import { grantsToSql, conditionsToSql, Values, type ColumnOf } from '../permissions/to-sql.js';
import { tooMany } from '../refusal.js';
import type { Database } from './database.js';
import { shapeOf, subjectOf, type Link, type Order, type Tally, type Type } from './shape.js';

/** What a client asked for: fields of a row, by the key under which each answer goes back. */
export interface Selection {
  readonly fields: readonly SelectedField[];
}
export interface SelectedField {
  readonly key: string;
  readonly name: string;
  readonly children: Selection | null;
}

/** Fields by name: `true` for a column, the fields below for a link. */
export interface Wanted {
  readonly [field: string]: true | Wanted;
}

/** A selection that the product itself makes, for a text that it writes. */
export const selectionFor = (wanted: Wanted): Selection => ({
  fields: Object.entries(wanted).map(([name, below]) => ({ key: name, name, children: below === true ? null : selectionFor(below) })),
});

/** Which rows, in which order, and at most how many. */
export interface Choice {
  readonly where?: Conditions;
  /** Only rows to which the actor may do this. */
  readonly may?: Action;
  /** What conditions on columns cannot say. It can only narrow: the actor's rules stand beside it. */
  readonly also?: (alias: string, values: Values) => string;
  readonly order?: Order;
  readonly first?: number;
  /** Every row, for a reading of the product's own that needs them all: the time that a statement may take is its only limit. */
  readonly whole?: true;
  readonly skip?: number;
}

/** The whole row, under this key, for fields that are computed in TypeScript. */
export const WHOLE_ROW = '$row';
/** What marks a row of a restricted category, with the columns that its rules ask about. It is taken out before anyone sees the answer. */
export const SEEN = '$seen';
const MOST_ROWS = 500;
/** Lists within lists: beyond this a query asks for more than anyone can look at. */
const DEEPEST_LISTS = 4;

/**
 * Compiles a selection into one SQL statement that answers it as JSON. At every level the actor's rules
 * are in the WHERE: a row that they may not see is not there, whichever way leads to it.
 */
export class SelectionCompiler {
  readonly values = new Values();
  /** Whether the answer can hold rows of a restricted category. */
  watches = false;
  private aliases = 0;
  private lists = 0;

  constructor(
    private readonly database: Database,
    private readonly ability: Ability,
  ) {}

  /** A statement with one row: `json`, an array of the chosen rows, and beside it the instant `at`. */
  list(type: Type, selection: Selection, choice: Choice): string {
    return `select ${this.chosen(type, selection, choice)} as json, tsunagi_now() as at`;
  }

  /** The chosen rows as an expression: an array of JSON. */
  chosen(type: Type, selection: Selection, choice: Choice): string {
    return this.collected(this.rows(type, selection, choice));
  }

  private collected(rows: string): string {
    return `coalesce((select json_agg("$r") from (${rows}) "$r"), '[]')`;
  }

  private rows(type: Type, selection: Selection, choice: Choice, join?: (alias: string) => string): string {
    const alias = `t${++this.aliases}`;
    const columnOf = this.database.columnsOf(type, alias);
    const table = this.database.source.getMetadata(type).tableName;
    const where = [
      ...(join ? [join(alias)] : []),
      ...(choice.where ? [conditionsToSql(choice.where, columnOf, this.values)] : []),
      ...(choice.also ? [choice.also(alias, this.values)] : []),
      ...(choice.may ? [this.granted(choice.may, type, columnOf)] : []),
      this.granted('read', type, columnOf),
    ];
    const order = (choice.order ?? []).map((name) => (name.startsWith('-') ? `${columnOf(name.slice(1)).sql} desc` : columnOf(name).sql));
    return [
      `select ${this.fields(type, alias, selection)} from ${table} ${alias} where ${where.join(' and ')}`,
      ...(order.length > 0 ? [`order by ${order.join(', ')}`] : []),
      ...(choice.whole ? [] : [`limit ${Math.min(Math.max(choice.first ?? MOST_ROWS, 0), MOST_ROWS)}`]),
      `offset ${Math.max(choice.skip ?? 0, 0)}`,
    ].join(' ');
  }

  private granted(action: Action, type: Type, columnOf: ColumnOf): string {
    return grantsToSql(this.ability.grantsTo(action, subjectOf(type)), columnOf, this.values);
  }

  private fields(type: Type, alias: string, selection: Selection): string {
    const shape = shapeOf(type);
    const metadata = this.database.source.getMetadata(type);
    const named = selection.fields.map(({ key, name, children }) => {
      const link = shape.links.get(name);
      const derived = shape.derived.get(name);
      const tally = shape.tallies.get(name);
      if (tally) return `${this.tallied(type, alias, tally)} as "${key}"`;
      if (link && children) return `${this.linked(type, alias, link, children)} as "${key}"`;
      if (derived) return `${derived(alias)} as "${key}"`;
      if (metadata.findColumnWithPropertyName(name)) return `${this.database.columnsOf(type, alias)(name).sql} as "${key}"`;
      return `${this.wholeRow(type, alias)} as "${WHOLE_ROW}"`;
    });
    const seen = this.seen(type, alias);
    return [...new Set(named.length > 0 ? named : ['true as "$here"']), ...(seen ? [`${seen} as "${SEEN}"`] : [])].join(', ');
  }

  /** Marks the rows of restricted categories, where the actor's rules can show them any of this type. */
  private seen(type: Type, alias: string): string | null {
    const subject = subjectOf(type);
    const { columns } = this.database.source.getMetadata(type);
    const grants = this.ability.grantsTo('read', subject);
    if (READINGS.some((reading) => reading === subject) || !columns.some((column) => column.propertyName === 'category')) return null;
    if (!grants.some(({ conditions }) => mayBeRestricted(conditions?.['category']))) return null;
    this.watches = true;
    const columnOf = this.database.columnsOf(type, alias);
    const id = columns.some((column) => column.propertyName === 'id') ? 'id' : 'aboutId';
    const asked = new Set([id, 'category', ...grants.flatMap(({ conditions }) => Object.keys(conditions ?? {}))]);
    const mark = `json_build_object(${[...asked].map((name) => `'${name}', ${columnOf(name).sql}`).join(', ')})`;
    return `case when ${columnOf('category').sql} = any (${this.values.add(RESTRICTED_CATEGORIES)}::text[]) then ${mark} end`;
  }

  private wholeRow(type: Type, alias: string): string {
    const columns = this.database.source.getMetadata(type).columns;
    return `json_build_object(${columns.map((column) => `'${column.propertyName}', ${alias}.${column.databaseName}`).join(', ')})`;
  }

  /** Counted under the same rules as the rows themselves would be shown. */
  private tallied(type: Type, alias: string, { to, by, where, facts }: Tally): string {
    const target = to();
    const other = `t${++this.aliases}`;
    const theirs = this.database.columnsOf(target, other);
    const conditions = [
      `${theirs(by).sql} = ${this.database.columnsOf(type, alias)('id').sql}`,
      conditionsToSql(where, theirs, this.values),
      this.granted('read', target, theirs),
    ];
    const counted = Object.entries(facts).map(([name, fact]) => `'${name}', ${fact(other)}`);
    const table = this.database.source.getMetadata(target).tableName;
    return `(select json_build_object(${counted.join(', ')}) from ${table} ${other} where ${conditions.join(' and ')})`;
  }

  private linked(type: Type, alias: string, link: Link, children: Selection): string {
    const target = link.to();
    const ours = this.database.columnsOf(type, alias);
    const join = (other: string) => {
      const theirs = this.database.columnsOf(target, other);
      return link.direction === 'forward' ? `${theirs('id').sql} = ${ours(link.by).sql}` : `${theirs(link.by).sql} = ${ours('id').sql}`;
    };
    const choice = { where: link.where, order: link.order, ...(link.many ? {} : { first: 1 }) };
    if (!link.many) return `(select row_to_json("$r") from (${this.rows(target, children, choice, join)}) "$r")`;
    if (++this.lists > DEEPEST_LISTS) throw tooMany();
    const collected = this.collected(this.rows(target, children, choice, join));
    this.lists--;
    return collected;
  }
}

/** Whether a condition on the category lets a restricted one pass. */
function mayBeRestricted(category: Scalar | Operators | undefined): boolean {
  if (typeof category === 'string') return isRestricted(category);
  return typeof category !== 'object' || !category?.$in || category.$in.some(isRestricted);
}

const isRestricted = (category: Scalar) => RESTRICTED_CATEGORIES.some((restricted) => restricted === category);
