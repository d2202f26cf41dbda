import pg from 'pg';
import { HeadBook, headsInMinutes } from '../../trail/heads.js';
import { verify, type Finding } from '../../trail/verify.js';
import type { Backup } from './back-up.js';
import { rowsOf } from './rows.js';

/** What came back, held against what there was. */
export interface Comparison {
  readonly finding: Finding;
  /** Tables with fewer rows than before the backup, and what else is not as it was. */
  readonly differences: readonly string[];
  readonly tables: number;
}

/** Walks the chain of the restored database against every head published up to its end, and counts its rows. */
export async function compare(
  { rows: before, seq, latest = Infinity }: Backup & { readonly latest?: number },
  url: string,
  headsDir: string,
): Promise<Comparison> {
  const client = new pg.Client({ connectionString: url, application_name: 'tsunagi-verify' });
  await client.connect();
  try {
    const { rows: after, seq: last } = await rowsOf(client);
    // Work goes on while the copy is taken: what was published after it began cannot be asked of it.
    const published = [...(await new HeadBook(headsDir).read()), ...(await headsInMinutes(client))].filter(
      (head) => head.seq <= Math.max(seq, last),
    );
    const fewer = [...before].filter(([name, rows]) => (after.get(name) ?? -1) < rows);
    const differences = fewer.map(([name, rows]) => `WRONG: ${name} had ${rows} rows, and has ${after.get(name) ?? 'gone'}.`);
    if (last > latest) differences.push(`WRONG: the trail goes beyond the instant, to entry ${last}.`);
    if (last < seq) differences.push(`WRONG: the trail had ${seq} entries, and has ${last}.`);
    if (last === seq)
      differences.push(
        ...[...before]
          .filter(([name, rows]) => after.get(name) !== rows && !differs.has(name))
          .map(([name]) => `${name} has more rows than before.`),
      );
    return { finding: await verify(client, published), differences: [...new Set(differences)], tables: after.size };
  } finally {
    await client.end();
  }
}

/** Tables that are written without an entry in the trail. */
const differs = new Set(['access_log', 'mail_letter', 'mail_cursor', 'schema_migration']);
