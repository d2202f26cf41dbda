import type { Conditions, Grant, Operators, Scalar } from './rules.js';

const kept = new WeakMap<readonly Grant[], readonly Grant[]>();

/** The grants that say more than another: what a key person reads of their cases is often what their seat on them shows anyway. */
export function withoutImplied(grants: readonly Grant[]): readonly Grant[] {
  const known = kept.get(grants) ?? thoseThatCount(grants);
  kept.set(grants, known);
  return known;
}

function thoseThatCount(grants: readonly Grant[]): readonly Grant[] {
  const counting: Grant[] = [];
  // The wide ones come first, so that the narrow ones fall to them.
  for (const grant of grants.toSorted((one, other) => breadth(other) - breadth(one)))
    if (!counting.some(({ conditions }) => implies(grant.conditions ?? {}, conditions ?? {}))) counting.push(grant);
  return counting;
}

/** What conditions ask beyond what is known of a row. */
export const beyond = (conditions: Conditions, known: Conditions): Conditions =>
  Object.fromEntries(Object.entries(conditions).filter(([property, wanted]) => !isWithin(known[property], wanted)));

/** What holds for every row that these grants show: the conditions of the only one that counts. */
export function holdsForAll(grants: readonly Grant[]): Conditions {
  const [only, ...more] = withoutImplied(grants);
  return more.length === 0 ? (only?.conditions ?? {}) : {};
}

/** Whether every row that meets the narrow conditions meets the wide ones. */
const implies = (narrow: Conditions, wide: Conditions) =>
  Object.entries(wide).every(([property, wanted]) => isWithin(narrow[property], wanted));

function isWithin(narrow: Scalar | Operators | undefined, wide: Scalar | Operators): boolean {
  const [inner, outer] = [among(narrow), among(wide)];
  if (!inner || !outer || inner.length > outer.length) return false;
  const list = setOf(outer);
  return inner === outer || inner.every((value) => list.has(value));
}

/** The values among which a condition lets a property be; `null` for no condition, and one of another kind. */
function among(wanted: Scalar | Operators | undefined): readonly Scalar[] | null {
  if (wanted === undefined) return null;
  if (wanted === null || typeof wanted !== 'object') return [wanted];
  return Object.keys(wanted).length === 1 && wanted.$in ? wanted.$in : null;
}

const sets = new WeakMap<readonly Scalar[], ReadonlySet<Scalar>>();
function setOf(list: readonly Scalar[]): ReadonlySet<Scalar> {
  const known = sets.get(list) ?? new Set(list);
  sets.set(list, known);
  return known;
}

/** How many values a grant lists. */
const breadth = ({ conditions }: Grant) =>
  Object.values(conditions ?? {}).reduce<number>((sum, wanted) => sum + (among(wanted)?.length ?? 0), 0);
