import { appendFile, cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { runAs } from '../../database/embedded/account.js';
import type { Cluster } from '../../database/embedded/cluster.js';
import type { Backup } from './back-up.js';
import { restore, type Restored } from './restore.js';
import { rowsOf, type Rows } from './rows.js';

/** An instant to come back to: what there was just before it, and the last entry of the trail just after it. */
export interface Instant {
  readonly at: string;
  readonly rows: Rows;
  readonly seq: number;
  readonly latest: number;
}

const LOOK_MS = 100;

/** Notes this instant by the server's clock, and has something committed after it: recovery stops before the first commit that is later. */
export async function instantOf(url: string): Promise<Instant> {
  return asked(url, async (client) => {
    const { rows, seq } = await rowsOf(client);
    const { rows: clock } = await client.query<{ at: string }>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US"+00"') as at`,
    );
    await client.query('select pg_current_xact_id()');
    const { rows: after } = await client.query<{ seq: number }>('select coalesce(max(seq), 0)::float8 as seq from trail');
    return { at: clock[0]!.at, rows, seq, latest: after[0]!.seq };
  });
}

/** Starts a second server over a backup that recovers to an instant and no further, from a copy of the log as a server that archives keeps it. */
export async function restoreTo(url: string, cluster: Cluster, backup: Backup, { at }: Pick<Instant, 'at'>): Promise<Restored> {
  const log = join(backup.home, 'log');
  await asked(url, (client) => client.query('select pg_switch_wal()'));
  await cp(join(cluster.data, 'pg_wal'), log, { recursive: true });
  const settings = [`restore_command = 'cp "${log}/%f" "%p"'`, `recovery_target_time = '${at}'`, `recovery_target_action = 'promote'`];
  await appendFile(join(backup.data, 'postgresql.auto.conf'), `${settings.join('\n')}\n`);
  await writeFile(join(backup.data, 'recovery.signal'), '');
  if (cluster.account) await runAs(null, 'chown', ['-R', `${cluster.account.uid}:${cluster.account.gid}`, log, backup.data]);
  const restored = await restore(cluster, backup);
  await asked(restored.url, async (client) => {
    while ((await client.query<{ on: boolean }>('select pg_is_in_recovery() as on')).rows[0]!.on) await pause(LOOK_MS);
  });
  return restored;
}

async function asked<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'tsunagi-restore' });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
