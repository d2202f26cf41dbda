import { hash } from 'node:crypto';

/** Each connection keeps its prepared statements, so their number has an end: the first that come up again are the hot ones. */
const MOST_NAMED = 250;
/** Texts that came up once: enough to notice that a hot one comes again, few enough to weigh nothing. */
const MOST_ONCE = 400;

const named = new Map<string, string>();
const once = new Set<string>();

/** The name under which a connection keeps this statement prepared; none for one that does not come up again. */
export function nameFor(sql: string): string | undefined {
  const known = named.get(sql);
  if (known !== undefined || named.size >= MOST_NAMED) return known;
  if (!once.delete(sql)) {
    if (once.size >= MOST_ONCE) once.clear();
    once.add(sql);
    return undefined;
  }
  const name = `tsunagi-${hash('sha256', sql, 'base64url').slice(0, 22)}`;
  named.set(sql, name);
  return name;
}
