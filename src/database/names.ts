import { createHash } from 'node:crypto';

/** Each connection keeps its prepared statements, so their number has an end: the first that come up again are the hot ones. */
const MOST_NAMED = 250;
const MOST_REMEMBERED = 10_000;

/** By text; `undefined` for one that came up once. */
const known = new Map<string, string | undefined>();
let named = 0;

/** The name under which a connection keeps this statement prepared; none for one that does not come up again. */
export function nameFor(sql: string): string | undefined {
  const name = known.get(sql);
  if (name !== undefined) return name;
  if (!known.has(sql) || named >= MOST_NAMED) {
    if (known.size < MOST_REMEMBERED) known.set(sql, undefined);
    return undefined;
  }
  named += 1;
  const made = `tsunagi-${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`;
  known.set(sql, made);
  return made;
}
