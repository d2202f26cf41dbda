import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { addressOf, findOrCreateCluster, type Cluster } from '../../src/database/embedded/cluster.js';
import { runAs } from '../../src/database/embedded/account.js';

const DATABASE = 'tsunagi';
const TRIES = 60;
const PAUSE_MS = 250;

/** A PostgreSQL of one's own, as durable as it comes, on a port that it keeps. */
export class Postgres {
  readonly cluster: Cluster;
  readonly port: number;

  private constructor(cluster: Cluster, port: number) {
    this.cluster = cluster;
    this.port = port;
  }

  static async open(dir: string): Promise<Postgres> {
    const server = new Postgres(await findOrCreateCluster(dir, { throwaway: false, say: () => undefined }), await freePort());
    await server.start();
    await server.ask(`create database ${DATABASE}`, [], 'postgres');
    return server;
  }

  /** Address of the database, or of another one, by the server's own port or through a wire. */
  url(port = this.port, database = DATABASE): string {
    return addressOf(this.cluster, port, database);
  }

  async ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = [], database = DATABASE): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url(this.port, database), connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Starts it, or starts it again after it was killed; the dead server's memory may need a moment to be let go. */
  async start(): Promise<void> {
    const { data, account, binaries } = this.cluster;
    const start = ['start', '-w', '-s', '-D', data, '-l', join(data, 'server.log'), '-o', `-p ${this.port}`];
    for (let left = TRIES; ; left--) {
      try {
        return await runAs(account, binaries.pg_ctl, start);
      } catch (fault) {
        if (left === 0) throw fault;
      }
      await pause(PAUSE_MS);
    }
  }

  /** Kills the server and all its processes at once, as a machine does that loses its power but keeps its disk. */
  async kill(): Promise<void> {
    const [pid] = (await readFile(join(this.cluster.data, 'postmaster.pid'), 'utf8')).split('\n');
    // Paused first: a process that it began meanwhile would be overlooked, and could hold the dead server's memory for ever.
    killed(Number(pid), 'SIGSTOP');
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    for (const each of [...children.trim().split(' ').filter(Boolean), pid!]) killed(Number(each));
  }

  /** Ends some or all of the connections that the product has. */
  async terminate(share: number): Promise<void> {
    await this.ask(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid() and application_name like 'tsunagi%' and random() < $2`,
      [DATABASE, share],
    );
  }

  async stop(): Promise<void> {
    await runAs(this.cluster.account, this.cluster.binaries.pg_ctl, ['stop', '-w', '-s', '-m', 'immediate', '-D', this.cluster.data]);
  }
}

function killed(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It was faster.
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
