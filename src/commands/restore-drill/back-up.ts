import { chown, cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { runAs } from '../../database/embedded/account.js';
import type { Cluster } from '../../database/embedded/cluster.js';
import { rowsOf, type Rows } from './rows.js';

/** A copy of a cluster's files that PostgreSQL can recover from. */
export interface Backup {
  /** The directory that holds `data`. */
  readonly home: string;
  readonly data: string;
  readonly bytes: number;
  /** The rows of every table at an instant that the backup surely has. */
  readonly rows: Rows;
  /** The last entry of the trail at that instant. */
  readonly seq: number;
}

/** What belongs to the running server alone; PostgreSQL's own base backups leave it out too. */
const LEFT_OUT = new Set([
  'postmaster.pid',
  'postmaster.opts',
  'server.log',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);

/** Takes a base backup while the server is in use, by the server's own low-level interface: no tool beside the server is needed. */
export async function backUp(url: string, cluster: Cluster, place: string): Promise<Backup> {
  const data = join(place, 'data');
  const client = new pg.Client({ connectionString: url, application_name: 'tsunagi-backup' });
  await client.connect();
  try {
    const { rows, seq } = await rowsOf(client);
    // The session that began a backup has to be the one that ends it.
    await client.query(`select pg_backup_start('tsunagi restore drill', fast => true)`);
    await mkdir(data, { mode: 0o700 });
    const inRoot = (path: string) => path.slice(cluster.data.length + 1).split('/');
    await cp(cluster.data, data, { recursive: true, preserveTimestamps: true, filter: (path) => isTaken(inRoot(path)) });
    const { rows: ended } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(wait_for_archive => false)');
    await writeFile(join(data, 'backup_label'), ended[0]!.labelfile);
    // What was written meanwhile is in the log; it is taken last, so that it reaches beyond the end of the copy.
    await cp(join(cluster.data, 'pg_wal'), join(data, 'pg_wal'), { recursive: true });
    for (const dir of ['pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'])
      await mkdir(join(data, dir), { recursive: true, mode: 0o700 });
    const bytes = await own(data, cluster);
    return { home: place, data, bytes, rows, seq };
  } finally {
    await client.end();
  }
}

const isTaken = ([first, ...below]: readonly string[]) => !LEFT_OUT.has(first ?? '') && !(first === 'pg_wal' && below.length > 0);

/** Gives the copy to whoever runs the server, and tells its size. */
async function own(data: string, { account }: Cluster): Promise<number> {
  await runAs(null, 'chmod', ['700', data]);
  if (account) {
    await chown(data, account.uid, account.gid);
    await runAs(null, 'chown', ['-R', `${account.uid}:${account.gid}`, data]);
  }
  return sizeOf(data);
}

async function sizeOf(dir: string): Promise<number> {
  const { stat } = await import('node:fs/promises');
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
