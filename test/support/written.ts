import { withClient } from './server.js';

/*
 * Logs carry ids, never names or text. So whatever a test file wrote, and whatever the people of the demonstration are called, may be in no
 * line of the log: every text of every row is searched for.
 */

/** Columns of text, of every table. */
const COLUMNS = `
  select c.table_name as "table", c.column_name as "column" from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
   where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'text'`;

/** Names and texts are in Japanese; of what is not, numbers by which somebody is reached, mail addresses and logins count as well. */
const WRITTEN = String.raw`[^\x01-\x7f]|^[+\d][\d ()-]{6,}$|^[^@ ]+@[^@ ]+$`;

/** How much was searched for, and which lines held some of it. */
export interface Search {
  readonly looked: { readonly count: number; readonly bytes: number };
  readonly logged: readonly string[];
}

/** Searches these lines for everything that people wrote into this database. */
export async function loggedOf(databaseUrl: string, lines: readonly string[]): Promise<Search> {
  const texts = await textsIn(databaseUrl);
  const bytes = [...texts].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const logged = lines.filter((line) => [...texts].some((text) => line.includes(text) || line.includes(JSON.stringify(text).slice(1, -1))));
  return { looked: { count: texts.size, bytes }, logged };
}

async function textsIn(databaseUrl: string): Promise<ReadonlySet<string>> {
  return withClient(databaseUrl, async (client) => {
    const { rows: columns } = await client.query<{ table: string; column: string }>(COLUMNS);
    const each = columns.map(
      ({ table, column }) => `select "${column}" as text from "${table}" where "${column}" ~ $1 and length("${column}") > 1`,
    );
    const { rows } = await client.query<{ text: string }>(each.join(' union '), [WRITTEN]);
    return new Set(rows.map(({ text }) => text));
  });
}
