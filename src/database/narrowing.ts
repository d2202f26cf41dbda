import { RESTRICTED_CATEGORIES } from '../permissions/categories.js';
import type { Conditions, Operators, Scalar } from '../permissions/rules.js';
import type { ColumnOf } from '../permissions/to-sql.js';
import type { Order } from './shape.js';

/** What is counted for each row: under which name, and how. */
export interface Counted {
  readonly alias: string;
  readonly sql: string;
}

/** An order as SQL: columns, and what is counted for each row as `tally.fact`. Empty for none. */
export function orderedBy(order: Order, columnOf: ColumnOf, counted: ReadonlyMap<string, Counted> = new Map()): string {
  const by = order.map((name) => {
    const [column, fact] = name.replace(/^-/, '').split('.') as [string, string?];
    return `${fact ? `${counted.get(column)!.alias}."${fact}"` : columnOf(column).sql}${name.startsWith('-') ? ' desc' : ''}`;
  });
  return by.length > 0 ? `order by ${by.join(', ')}` : '';
}

/** Rules of rows that something else finds only filter them: in this form no index is searched for all that somebody may see. */
export const filtering = (rules: string, areFound: boolean) => (areFound && rules !== 'true' ? `${rules} is true` : rules);

/** Whether a choice says by the id of something which rows are meant. */
export const namesRows = (where: Conditions, columnOf: ColumnOf) =>
  Object.entries(where).some(([property, wanted]) => typeof wanted === 'string' && columnOf(property).type === 'uuid');

/** Whether a condition on the category lets a restricted one pass. */
export function mayBeRestricted(category: Scalar | Operators | undefined): boolean {
  if (typeof category === 'string') return isRestricted(category);
  return typeof category !== 'object' || !category?.$in || category.$in.some(isRestricted);
}

const isRestricted = (category: Scalar) => RESTRICTED_CATEGORIES.some((restricted) => restricted === category);
