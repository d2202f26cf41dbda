import pg from 'pg';

type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Node[];
};

/**
 * How the database would carry out a statement, whatever its values, under the second lock: which table is read by which index, as comments.
 * It is told to avoid reading tables from end to end, as it does where they are large. Throws where it cannot, for want of an index.
 */
export async function withPlans<T>(url: string, use: (planOf: (sql: string) => Promise<string>) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c role=tsunagi_app -c enable_seqscan=off' });
  await client.connect();
  try {
    return await use((sql) => planOf(client, sql));
  } finally {
    await client.end();
  }
}

async function planOf(client: pg.Client, sql: string): Promise<string> {
  const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ Plan: Node }] }>(`explain (generic_plan, costs off, format json) ${sql}`);
  const scans = scansIn(rows[0]!['QUERY PLAN'][0].Plan);
  if (scans.some((scan) => scan.startsWith('Seq Scan'))) throw new Error(`A table would be read from end to end: ${scans.join('; ')}`);
  return [...new Set(scans)].map((scan) => `--   ${scan}\n`).join('');
}

function scansIn(node: Node): string[] {
  const { 'Node Type': type, 'Relation Name': table, 'Index Name': index } = node;
  const own = type.endsWith('Scan') && (table ?? index) ? [`${type} ${[table, index].filter(Boolean).join(' by ')}`] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansIn)];
}
