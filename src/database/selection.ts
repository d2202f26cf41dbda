import { RESTRICTED_CATEGORIES } from '../permissions/categories.js';
import { holdsForAll } from '../permissions/implied.js';
import type { Conditions } from '../permissions/rules.js';
import { READINGS } from '../permissions/subjects.js';
import type { Ability } from '../permissions/ability.js';
import type { Action } from '../permissions/actions.js';
import { grantsToSql, conditionsToSql, Values, type ColumnOf } from '../permissions/to-sql.js';
import { tooMany } from '../refusal.js';
import type { Database } from './database.js';
import { referring, type Page } from './directory.js';
import { filtering, mayBeRestricted, namesRows, orderedBy, type Counted } from './narrowing.js';
import { marking, type Watched } from './marks.js';
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
const MOST_ROWS = 500;
/** At the other end of a link there may be many, one that has to be the first, or the one with this id. */
const ONLY = { many: {}, back: { first: 1 }, forward: { whole: true } } as const;
/** Lists within lists: beyond this a query asks for more than anyone can look at. */
const DEEPEST_LISTS = 4;

/** The fields of a row that were asked for; what is computed beside them, such as `can`, tells nothing of the row. */
function shownOf(type: Type, { fields }: Selection): string[] {
  const { columns, links, derived } = shapeOf(type);
  const names = fields.map(({ name }) => name).filter((name) => columns.has(name) || links.has(name) || derived.has(name));
  return [...new Set(names)].sort();
}

/** A column as the API answers it: a moment in UTC with milliseconds, everything else as JSON has it. */
const asAnswered = ({ sql, type }: ReturnType<ColumnOf>) =>
  type === 'timestamptz' ? `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : sql;

/**
 * Compiles a selection into one SQL statement that answers it as JSON. At every level the actor's rules
 * are in the WHERE: a row that they may not see is not there, whichever way leads to it.
 */
export class SelectionCompiler {
  readonly values = new Values();
  /** Where the answer can hold rows of a restricted category. */
  readonly watched: Watched[] = [];
  /** What the answer names by its id instead of saying it. */
  readonly pages: Page[] = [];
  private aliases = 0;
  private lists = 0;

  constructor(
    private readonly database: Database,
    private readonly ability: Ability,
    /** Whether the answer's text goes through the directory. */
    private readonly refers = false,
  ) {}

  /** A statement with one row: `json`, the text of an array of the chosen rows, and beside it the instant `at`. */
  list(type: Type, selection: Selection, choice: Choice): string {
    return `select (${this.chosen(type, selection, choice)})::text as json, tsunagi_now() as at`;
  }

  /** The chosen rows as an expression: an array of JSON. */
  chosen(type: Type, selection: Selection, choice: Choice): string {
    return this.collected(this.rows(type, selection, choice));
  }

  private collected(rows: string): string {
    return `coalesce((select json_agg("$r") from (${rows}) "$r"), '[]')`;
  }

  private rows(type: Type, selection: Selection, choice: Choice, join?: (alias: string) => string, known?: Conditions): string {
    const alias = `t${++this.aliases}`;
    const table = this.database.source.getMetadata(type).tableName;
    const where = this.conditions(type, alias, choice, join, known);
    const counted = this.tallies(type, alias, selection, choice.order ?? []);
    return [
      `select ${this.fields(type, alias, selection, counted)} from ${table} ${alias}`,
      ...[...counted.values()].map((tally) => `cross join lateral (${tally.sql}) ${tally.alias}`),
      `where ${where.join(' and ')}`,
      orderedBy(choice.order ?? [], this.database.columnsOf(type, alias), counted),
      ...(choice.whole ? [] : [`limit ${Math.min(Math.max(choice.first ?? MOST_ROWS, 0), MOST_ROWS)}`]),
      ...(choice.skip && choice.skip > 0 ? [`offset ${choice.skip}`] : []),
    ]
      .filter(Boolean)
      .join(' ');
  }

  private conditions(type: Type, alias: string, choice: Choice, join?: (alias: string) => string, known?: Conditions): string[] {
    const columnOf = this.database.columnsOf(type, alias);
    const areFound = Boolean(join) || namesRows(choice.where ?? {}, columnOf);
    return [
      ...(join ? [join(alias)] : []),
      ...(choice.where ? [conditionsToSql(choice.where, columnOf, this.values)] : []),
      ...(choice.also ? [choice.also(alias, this.values)] : []),
      ...(choice.may ? [this.granted(choice.may, type, columnOf)] : []),
      filtering(this.granted('read', type, columnOf, known), areFound),
    ];
  }

  private granted(action: Action, type: Type, columnOf: ColumnOf, known?: Conditions): string {
    return grantsToSql(this.ability.grantsTo(action, subjectOf(type)), columnOf, this.values, known);
  }

  /** What is known of the rows at the other end of a link, because their one column equals one of a row that may be seen. */
  private knownBeyond(type: Type, { direction, by }: Pick<Link, 'direction' | 'by'>): Conditions {
    const ours = holdsForAll(this.ability.grantsTo('read', subjectOf(type)));
    const [theirs, same] = direction === 'forward' ? ['id', ours[by]] : [by, ours['id']];
    return same === undefined ? {} : { [theirs]: same };
  }

  private fields(type: Type, alias: string, selection: Selection, counted: ReadonlyMap<string, Counted>): string {
    const shape = shapeOf(type);
    const metadata = this.database.source.getMetadata(type);
    const named = selection.fields.map(({ key, name, children }) => {
      const link = shape.links.get(name);
      const derived = shape.derived.get(name);
      const tally = counted.get(name);
      const page = link && children && this.pageFor(link, children);
      if (tally) return `row_to_json(${tally.alias}) as "${key}"`;
      if (page) return `${this.database.columnsOf(type, alias)(link.by).sql} as "${referring(key, page.at)}"`;
      if (link && children) return `${this.linked(type, alias, link, children)} as "${key}"`;
      if (derived) return `${derived(alias)} as "${key}"`;
      if (metadata.findColumnWithPropertyName(name)) return `${asAnswered(this.database.columnsOf(type, alias)(name))} as "${key}"`;
      return `${this.wholeRow(type, alias)} as "${WHOLE_ROW}"`;
    });
    const mark = this.mark(type, alias, selection);
    return [...new Set(named.length > 0 ? named : ['true as "$here"']), ...(mark ? [mark] : [])].join(', ');
  }

  /** Marks the rows of restricted categories, where the actor's rules can show them any of this type. */
  private mark(type: Type, alias: string, selection: Selection): string | null {
    const subject = subjectOf(type);
    const { columns } = this.database.source.getMetadata(type);
    const grants = this.ability.grantsTo('read', subject);
    if (READINGS.some((reading) => reading === subject) || !columns.some((column) => column.propertyName === 'category')) return null;
    if (!grants.some(({ conditions }) => mayBeRestricted(conditions?.['category']))) return null;
    const columnOf = this.database.columnsOf(type, alias);
    const id = columns.some((column) => column.propertyName === 'id') ? 'id' : 'aboutId';
    const asked = new Set([id, 'category', ...grants.flatMap(({ conditions }) => Object.keys(conditions ?? {}))]);
    const isRestricted = conditionsToSql({ category: { $in: RESTRICTED_CATEGORIES } }, columnOf, this.values);
    const place = this.watched.push({ subject, fields: shownOf(type, selection) }) - 1;
    return marking(place, isRestricted, new Map([...asked].map((name) => [name, columnOf(name).sql])));
  }

  private wholeRow(type: Type, alias: string): string {
    const columns = this.database.source.getMetadata(type).columns;
    return `json_build_object(${columns.map((column) => `'${column.propertyName}', ${alias}.${column.databaseName}`).join(', ')})`;
  }

  /** The tallies that are selected or sorted by, each counted once for a row. */
  private tallies(type: Type, alias: string, { fields }: Selection, order: Order): Map<string, Counted> {
    const { tallies } = shapeOf(type);
    const sorted = order.flatMap((name) => (name.includes('.') ? [name.replace(/^-/, '').split('.')[0]!] : []));
    const names = new Set([...fields.map(({ name }) => name), ...sorted].filter((name) => tallies.has(name)));
    return new Map([...names].map((name) => [name, this.tallied(type, alias, tallies.get(name)!)]));
  }

  /** Counted under the same rules as the rows themselves would be shown. */
  private tallied(type: Type, alias: string, { to, by, where, facts }: Tally): Counted {
    const target = to();
    const other = `t${++this.aliases}`;
    const theirs = this.database.columnsOf(target, other);
    const conditions = [
      `${theirs(by).sql} = ${this.database.columnsOf(type, alias)('id').sql}`,
      conditionsToSql(where, theirs, this.values),
      filtering(this.granted('read', target, theirs, this.knownBeyond(type, { direction: 'back', by })), true),
    ];
    const counted = Object.entries(facts).map(([name, fact]) => `${fact(other)} as "${name}"`);
    const table = this.database.source.getMetadata(target).tableName;
    return { alias: `${other}_all`, sql: `select ${counted.join(', ')} from ${table} ${other} where ${conditions.join(' and ')}` };
  }

  /** The page on which the directory has the rows at the other end of a link, where everybody may read them as they are asked for. */
  private pageFor({ to, direction, where }: Link, { fields }: Selection): { at: number } | null {
    const target = to();
    const { isListed, columns } = shapeOf(target);
    const isWritten = fields.length > 0 && fields.every(({ name }) => columns.has(name));
    const columnOf = this.database.columnsOf(target, 'it');
    if (!this.refers || !isListed || !isWritten || direction !== 'forward' || where) return null;
    if (this.granted('read', target, columnOf) !== 'true') return null;
    const table = this.database.source.getMetadata(target).tableName;
    const shown = fields.map(({ key, name }) => `${asAnswered(columnOf(name))} as "${key}"`).join(', ');
    const known = this.pages.findIndex((page) => page.table === table && page.columns === shown);
    return { at: known >= 0 ? known : this.pages.push({ table, columns: shown }) - 1 };
  }

  private linked(type: Type, alias: string, link: Link, children: Selection): string {
    const target = link.to();
    const ours = this.database.columnsOf(type, alias);
    const join = (other: string) => {
      const theirs = this.database.columnsOf(target, other);
      return link.direction === 'forward' ? `${theirs('id').sql} = ${ours(link.by).sql}` : `${theirs(link.by).sql} = ${ours('id').sql}`;
    };
    const choice = { where: link.where, order: link.order, ...ONLY[link.many ? 'many' : link.direction] };
    const known = this.knownBeyond(type, link);
    if (!link.many) return `(select row_to_json("$r") from (${this.rows(target, children, choice, join, known)}) "$r")`;
    if (++this.lists > DEEPEST_LISTS) throw tooMany();
    const collected = this.collected(this.rows(target, children, choice, join, known));
    this.lists--;
    return collected;
  }
}
