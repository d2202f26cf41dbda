import type pg from 'pg';

/** Everything in a database that a version of the product that works with it relies on, each as one line, with what became of it. */
export type ReliedOn = ReadonlyMap<string, string>;

/** Columns with their types, what the product's role may do with tables, columns and functions, and what a row may leave out. */
const RELIED_ON = `
  select 'column ' || relname || '.' || attname as what, format_type(atttypid, atttypmod) as how
    from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and attnum > 0 and not attisdropped
  union all
  select 'row of ' || relname || ' without ' || attname, 'may be written'
    from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped
     and (not attnotnull or atthasdef or attidentity <> '')
  union all
  select privilege || ' on ' || relname || '.' || attname, 'may'
    from pg_attribute join pg_class on pg_class.oid = attrelid cross join unnest('{SELECT,INSERT,UPDATE}'::text[]) privilege
   where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and attnum > 0 and not attisdropped and has_column_privilege('tsunagi_app', attrelid, attnum, privilege)
  union all
  select 'call of ' || oid::regprocedure::text, pg_get_function_result(oid) from pg_proc
   where pronamespace = 'public'::regnamespace and prokind = 'f' and prorettype <> 'trigger'::regtype and has_function_privilege('tsunagi_app', oid, 'EXECUTE')`;

const tableOf = (line: string) => /(?:column|of|on) (\w+)/.exec(line)![1]!;

export async function reliedOn(client: pg.ClientBase): Promise<ReliedOn> {
  const { rows } = await client.query<{ what: string; how: string }>(RELIED_ON);
  return new Map(rows.map(({ what, how }) => [what, how]));
}

/** What a version that knows `before` would stumble over in `after`: what is gone or otherwise, and columns that it does not know and would have to fill. */
export function stumblesOver(before: ReliedOn, after: ReliedOn): string[] {
  const gone = [...before]
    .filter(([what, how]) => after.get(what) !== how)
    .map(([what, how]) => `${what}: was ${how}, is ${after.get(what) ?? 'no more'}`);
  const tables = new Set([...before.keys()].filter((what) => what.startsWith('column ')).map(tableOf));
  const demanded = [...after.keys()].filter(
    (what) =>
      what.startsWith('column ') &&
      !before.has(what) &&
      tables.has(tableOf(what)) &&
      !after.has(what.replace(/^column (\w+)\.(\w+)$/, 'row of $1 without $2')),
  );
  return [...gone, ...demanded.map((what) => `${what}: has to be filled by whoever writes a row`)];
}
