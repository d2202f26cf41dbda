import type { Conditions, Grant, Operators, Scalar } from './rules.js';

type Condition = Conditions[string];

/**
 * What of these grants still depends on a row, once these of its columns are known, as a text. Whoever has the same text is answered alike
 * about every row with these columns: one of them can be asked for all. Differing texts promise nothing.
 */
export function remaining(grants: readonly Grant[], known: Readonly<Record<string, Scalar>>): string {
  const left = new Set<string>();
  for (const { conditions = {} } of grants) {
    const open = openConditions(conditions, known);
    if (open) left.add(JSON.stringify(open));
  }
  return [...left].sort().join(' ');
}

/** The conditions that are still open, in order of their columns; `null` when one of them cannot hold any more. */
function openConditions(conditions: Conditions, known: Readonly<Record<string, Scalar>>): readonly (readonly [string, Condition])[] | null {
  const open: (readonly [string, Condition])[] = [];
  for (const [column, condition] of Object.entries(conditions)) {
    const holds = column in known ? holdsFor(condition, known[column]!) : namesNobody(condition) ? false : null;
    if (holds === false) return null;
    if (holds === null) open.push([column, condition]);
  }
  return open.sort(([one], [other]) => (one < other ? -1 : 1));
}

const isOperators = (condition: Condition): condition is Operators => typeof condition === 'object' && condition !== null;

const namesNobody = (condition: Condition) => isOperators(condition) && condition.$in?.length === 0;

/** Whether a condition holds for a value; `null` for an operator that is left to the rules themselves. */
function holdsFor(condition: Condition, value: Scalar): boolean | null {
  if (!isOperators(condition)) return condition === value;
  const [[operator, wanted] = [], ...more] = Object.entries(condition) as [keyof Operators, Scalar & readonly Scalar[]][];
  if (more.length > 0) return null;
  if (operator === '$in') return wanted!.includes(value);
  if (operator === '$eq') return wanted === value;
  return operator === '$ne' ? wanted !== value : null;
}
