import fc from 'fast-check';
import type { Conditions, Grant, Operators, Scalar } from '../../src/permissions/rules.js';

/* Grants of any shape over rows of three columns, for what has to hold whatever the rules say. */

const CODES = ['A', 'B', 'C'] as const;
const NUMBERS = [1, 2, 3] as const;

/** Every row that there can be. */
export const ROWS = [...CODES, null].flatMap((code) =>
  [...CODES, null].flatMap((other) =>
    [...NUMBERS, null].map((version) => ({ id: `${code}${other}${version}`, category: code, kind: other, version })),
  ),
);

const orNull = <T extends Scalar>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });
const operators = <T extends Scalar>(values: readonly T[]): fc.Arbitrary<Scalar | Operators> =>
  fc.oneof(
    orNull(values),
    orNull(values).map(($eq) => ({ $eq })),
    orNull(values).map(($ne) => ({ $ne })),
    fc.array(orNull(values), { maxLength: 3 }).map(($in) => ({ $in })),
  );
const comparison = fc.record(
  {
    $gt: fc.constantFrom(...NUMBERS),
    $gte: fc.constantFrom(...NUMBERS),
    $lt: fc.constantFrom(...NUMBERS),
    $lte: fc.constantFrom(...NUMBERS),
  },
  { requiredKeys: ['$gte'], noNullPrototype: true },
);
const conditions: fc.Arbitrary<Conditions> = fc.record(
  { category: operators(CODES), kind: operators(CODES), version: fc.oneof(operators(NUMBERS), comparison) },
  { requiredKeys: [], noNullPrototype: true },
);
export const grants: fc.Arbitrary<Grant[]> = fc.array(
  fc.record({
    action: fc.constant('read' as const),
    subject: fc.constant('Task' as const),
    conditions,
    because: fc.constant({ ja: '', en: '' }),
  }),
  { maxLength: 4 },
);
