/** The product answered otherwise than the story says. */
export class Differs extends Error {
  override readonly name = 'Differs';
}

/**
 * Where an answer differs from what the story expects, in words; `null` where it does not. Lists must match item by item;
 * of objects only what is named counts; a pattern must be found in the text.
 */
export function differenceIn(actual: unknown, expected: unknown, path = 'the answer'): string | null {
  if (expected instanceof RegExp) return expected.test(String(actual)) ? null : otherwise(path, actual, expected);
  if (Array.isArray(expected)) return differenceInList(actual, expected, path);
  if (typeof expected !== 'object' || expected === null) return actual === expected ? null : otherwise(path, actual, expected);
  if (typeof actual !== 'object' || actual === null) return otherwise(path, actual, expected);
  return firstOf(
    Object.entries(expected).map(([key, value]) => differenceIn((actual as Record<string, unknown>)[key], value, `${path}.${key}`)),
  );
}

function differenceInList(actual: unknown, expected: readonly unknown[], path: string): string | null {
  if (!Array.isArray(actual) || actual.length !== expected.length) return otherwise(path, actual, expected);
  return firstOf(expected.map((value, at) => differenceIn(actual[at], value, `${path}[${at}]`)));
}

const firstOf = (differences: readonly (string | null)[]) => differences.find((difference) => difference !== null) ?? null;

const shown = (value: unknown) => (value instanceof RegExp ? String(value) : (JSON.stringify(value) ?? 'nothing'));
const otherwise = (path: string, actual: unknown, expected: unknown) => `${path} was to be ${shown(expected)}, but is ${shown(actual)}`;

/** Throws `Differs` unless what happened is what the story says. */
export function mustBe(actual: unknown, expected: unknown, what: string): void {
  const difference = differenceIn(actual, expected);
  if (difference) throw new Differs(`${what}: ${difference}.`);
}
