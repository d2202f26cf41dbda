import { beyond, withoutImplied } from './implied.js';
import type { Conditions, Grant, Operators, Scalar } from './rules.js';

/** Collects the values of a statement and names them `$1`, `$2` … */
export class Values {
  readonly list: unknown[] = [];

  /** The same array is sent once, however many conditions name it. */
  add(value: unknown): string {
    const known = Array.isArray(value) ? this.list.indexOf(value) : -1;
    if (known >= 0) return `$${known + 1}`;
    return `$${this.list.push(value)}`;
  }
}

/** How a property of a row is written in SQL; throws on one that does not exist. */
export type ColumnOf = (property: string) => { readonly sql: string; readonly type: string };

/** A code of a closed list, like true and false, stands in the text itself: the planner may use what it knows of it, and the same question has the same text. */
const CODE = /^[A-Z][A-Z_]{0,60}$/;
const isCode = (value: unknown): value is string => typeof value === 'string' && CODE.test(value);

/** How one wanted value is written. */
const one = (wanted: Scalar, type: string, values: Values) =>
  isCode(wanted) ? `'${wanted}'` : typeof wanted === 'boolean' ? String(wanted) : `${values.add(wanted)}::${type}`;
/** How several are. */
const several = (wanted: readonly Scalar[], type: string, values: Values) =>
  type === 'text' && wanted.every(isCode) ? `'{${wanted.join()}}'::text[]` : `${values.add(wanted)}::${type}[]`;

const comparisons: Readonly<Record<string, string>> = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' };

function membership(column: { sql: string; type: string }, wanted: readonly Scalar[], values: Values): string {
  const hasNull = wanted.includes(null);
  const listed = `${column.sql} = any (${several(hasNull ? wanted.filter((value) => value !== null) : wanted, column.type, values)})`;
  return hasNull ? `(${column.sql} is null or ${listed})` : listed;
}

function operation(column: { sql: string; type: string }, operator: string, wanted: Scalar | readonly Scalar[], values: Values): string {
  if (operator === '$in' && Array.isArray(wanted)) return membership(column, wanted, values);
  const value = () => one(wanted as Scalar, column.type, values);
  if (operator === '$eq') return wanted === null ? `${column.sql} is null` : `${column.sql} = ${value()}`;
  if (operator === '$ne') return wanted === null ? `${column.sql} is not null` : `${column.sql} is distinct from ${value()}`;
  const comparison = comparisons[operator];
  if (comparison) return `${column.sql} ${comparison} ${value()}`;
  throw new Error(`No SQL for the operator ${operator}.`);
}

const isOperators = (wanted: Scalar | Operators): wanted is Operators => typeof wanted === 'object' && wanted !== null;

/** One condition object as SQL: an AND over the row's own columns, with NULL as an ordinary value. */
export function conditionsToSql(conditions: Conditions, columnOf: ColumnOf, values: Values): string {
  const parts = Object.entries(conditions).flatMap(([property, wanted]) => {
    const column = columnOf(property);
    if (!isOperators(wanted)) return [operation(column, '$eq', wanted, values)];
    if (Object.keys(wanted).length === 0) throw new Error(`The condition on ${property} says nothing.`);
    return Object.entries(wanted).map(([operator, value]) => operation(column, operator, value, values));
  });
  return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`;
}

/**
 * An actor's grants as SQL: a plain OR. No grants, no rows. What is `known` of every row in question, because of the row that led to it, need not
 * be asked of it again.
 */
export function grantsToSql(grants: readonly Grant[], columnOf: ColumnOf, values: Values, known: Conditions = {}): string {
  if (grants.length === 0) return 'false';
  if (grants.some((grant) => grant.conditions === undefined)) return 'true';
  const asked = withoutImplied(grants).map(({ conditions = {} }) => beyond(conditions, known));
  if (asked.some((conditions) => Object.keys(conditions).length === 0)) return 'true';
  return `(${asked.map((conditions) => conditionsToSql(conditions, columnOf, values)).join(' or ')})`;
}
