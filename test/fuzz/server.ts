import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openOwnServer } from '../policy/oracle/own-server.js';
import { UNHURRIED } from '../support/unhurried.js';
import { withClient } from '../support/server.js';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const GAUGE = at('test/fuzz/heap-gauge.mjs');

/** The product in a process of its own, with the demonstration in its database. */
export interface Server {
  readonly address: string;
  /** Ids of rows of every kind. */
  ids(): Promise<readonly string[]>;
  /** Bytes that the process holds after everything unneeded was let go. */
  held(): Promise<number>;
  /** What it logged as faults of its own. */
  readonly incidents: readonly string[];
  stop(): Promise<void>;
}

const IDS = `
  select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
   where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' and table_type = 'BASE TABLE'`;

/** Starts it, limits on how often switched off: they are what would protect it. */
export async function startServer(): Promise<Server> {
  const database = await openOwnServer();
  const dir = await mkdtemp(join(tmpdir(), 'tsunagi-fuzz-'));
  const settings = { ...UNHURRIED, COST_BUDGET: '1000000', SOCKETS_PER_PERSON: '1000', LOG_LEVEL: 'error', PORT: '0', DATA_DIR: dir };
  const child = fork(at('dist/src/main.js'), {
    execArgv: ['--expose-gc', '--max-old-space-size=768', '--import', GAUGE],
    env: { DATABASE_URL: database.url, ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const incidents: string[] = [];
  child.stderr!.on('data', (chunk: Buffer) => incidents.push(chunk.toString()));
  const address = await addressOf(child, incidents);
  return {
    address,
    incidents,
    ids: () =>
      withClient(database.url, async (client) => {
        const { rows: tables } = await client.query<{ name: string }>(IDS);
        const all = tables.map(({ name }) => `(select id from ${name} limit 20)`).join(' union all ');
        return (await client.query<{ id: string }>(all)).rows.map(({ id }) => id);
      }),
    held: async () => {
      child.send('held');
      const [{ held }] = (await once(child, 'message')) as [{ held: number }];
      return held;
    },
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await database.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess, said: readonly string[]): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /ready at (\S+)/.exec(text)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`The product did not start: ${text}${said.join('')}`)));
  });
}
