// The ground on which everyone is measured: one embedded PostgreSQL on one core, and copies of a world that is loaded once.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openEmbedded } from '../dist/src/database/embedded.js';
import { migrate } from '../dist/src/database/migrate.js';
import { digestOf } from '../dist/src/graphql/actor.js';

export const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const DATABASE_CORE = '1';
export const SERVER_CORE = '0';

/** For everyone alike: memory that holds the world, no compilation of plans, checkpoints outside the measurement. Commits wait for the disk. */
const SETTINGS = {
  shared_buffers: '2GB',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  jit: 'off',
  random_page_cost: '1.1',
  shared_preload_libraries: 'pg_stat_statements',
};
const FORM = 1;

const address = (url, database, user) => {
  const to = new URL(url);
  to.pathname = `/${database}`;
  if (user) [to.username, to.password] = user;
  return to.href;
};

async function on(url, use) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

export class Ground {
  static async open() {
    const dir = here('out/ground');
    mkdirSync(dir, { recursive: true });
    chmodSync(dir, 0o711);
    let server = await openEmbedded(dir);
    const isSet = await on(server.url, async (client) => {
      const { rows } = await client.query("select current_setting('shared_preload_libraries') as loaded");
      if (rows[0].loaded !== '') return true;
      for (const [name, value] of Object.entries(SETTINGS)) await client.query(`alter system set ${name} = '${value}'`);
      return false;
    });
    if (!isSet) {
      await server.close();
      server = await openEmbedded(dir);
    }
    const pid = await on(server.url, async (client) => {
      await client.query('create extension if not exists pg_stat_statements');
      const { rows } = await client.query("select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as pid");
      return rows[0].pid;
    });
    execFileSync('taskset', ['-acp', DATABASE_CORE, String(pid)], { stdio: 'ignore' });
    return new Ground(server, pid);
  }

  constructor(server, pid) {
    this.server = server;
    this.pid = pid;
  }

  url(database, user) {
    return address(this.server.url, database, user);
  }

  ask(database, sql, values) {
    return on(this.url(database), async (client) => (await client.query(sql, values)).rows);
  }

  /** The name of a database that holds a world of this size on the schema as it is now; it is loaded when there is none. */
  async world(cases, staff) {
    const [{ digest }] = [{ digest: await this.digest() }];
    const name = `world_${cases}_${staff}_${digest}`;
    const known = await this.ask('postgres', 'select 1 from pg_database where datname = $1', [name]);
    if (known.length > 0) return name;
    const old = await this.ask('postgres', 'select datname from pg_database where starts_with(datname, $1)', [`world_${cases}_${staff}_`]);
    for (const { datname } of old) await this.drop(datname);
    await this.drop('loading');
    await this.ask('postgres', 'create database loading');
    await migrate(this.url('loading'));
    const began = performance.now();
    const fill = (file) =>
      readFileSync(here(`world/${file}`), 'utf8')
        .replaceAll(':cases', String(cases))
        .replaceAll(':staff', String(staff));
    await on(this.url('loading'), async (client) => {
      await client.query('set session_replication_role = replica');
      await client.query(fill('product.sql'));
      await client.query('set session_replication_role = origin');
      await client.query('vacuum analyze');
      await client.query(fill('trail.sql'));
      await client.query(fill('plain.sql'));
      await client.query('vacuum analyze');
    });
    await this.ask('postgres', `alter database loading rename to ${name}`);
    console.log(`loaded ${cases} cases and ${staff} staff in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    return name;
  }

  async digest() {
    const { createHash } = await import('node:crypto');
    const { MIGRATIONS } = await import('../dist/migrations/index.js');
    const hash = createHash('sha256').update(String(FORM));
    for (const file of MIGRATIONS) hash.update(readFileSync(here(`../migrations/${file}`)));
    for (const file of ['product.sql', 'trail.sql', 'plain.sql']) hash.update(readFileSync(here(`world/${file}`)));
    return hash.digest('hex').slice(0, 10);
  }

  /** A fresh copy of a world, where everyone is signed in. */
  async copy(world, name) {
    await this.drop(name);
    await this.ask('postgres', `create database ${name} template ${world} strategy file_copy`);
    const people = await this.ask(name, 'select id from staff order by id');
    await this.ask(
      name,
      `insert into session (id, staff_id, token_hash, method, device, is_known_device, idle_minutes, started_at, last_seen_at, expires_at, version)
       select gen_random_uuid(), staff_id, decode(hash, 'hex'), 'PASSWORD', 'bench', true, 720, now(), now(), now() + interval '12 hours', 1 from unnest($1::uuid[], $2::text[]) as signed (staff_id, hash)`,
      [people.map(({ id }) => id), people.map(({ id }) => digestOf(tokenFor(id)).toString('hex'))],
    );
    return this.url(name);
  }

  async drop(name) {
    await this.ask('postgres', `drop database if exists ${name} with (force)`);
  }

  close() {
    return this.server.close();
  }
}

/** The token of the session that a copy of the world has for somebody. */
export const tokenFor = (staffId) => `bench-token-of-${staffId}`;
