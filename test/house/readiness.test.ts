import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { House } from '../support/house.js';
import { withClient } from '../support/server.js';
import { serverOfRun } from '../support/database.js';

/* What the product says of itself to whoever sends people here: which part is the matter, and whether people can work all the same. */

interface Said {
  readonly status: number;
  readonly ready: boolean;
  readonly degraded: boolean;
  readonly parts: Readonly<Record<string, { state: string; says?: { ja: string; en: string } }>>;
}

let house: House;
afterEach(() => house.close());

const asked = async (): Promise<Said> => {
  const response = await fetch(`${house.address}/health/ready`);
  return { status: response.status, ...((await response.json()) as Omit<Said, 'status'>) };
};

/** Asks until it stands as hoped: an answer is half a second old at most. */
async function until(hope: (said: Said) => boolean): Promise<Said> {
  for (;;) {
    const said = await asked();
    if (hope(said)) return said;
    await pause(50);
  }
}
const isPart = (name: string, state: string) => (said: Said) => said.parts[name]?.state === state;

it('names every part that it stands on', async () => {
  house = await House.open();
  const { status, ready, degraded, parts } = await until(({ degraded: is }) => !is);
  expect({ status, ready, degraded }).toEqual({ status: 200, ready: true, degraded: false });
  expect(Object.keys(parts).sort()).toEqual(['database', 'disk', 'heads', 'migrations', 'rounds', 'tail']);
});

it('sends nobody to a node whose database is gone, says so, and comes back by itself', async () => {
  house = await House.open();
  const name = new URL(house.databaseUrl).pathname.slice(1);
  const admit = (isAdmitted: boolean) =>
    withClient(serverOfRun(), async (client) => {
      await client.query(`alter database ${name} allow_connections ${isAdmitted}`);
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    });
  await admit(false);
  const gone = await until(isPart('database', 'FAILED'));
  expect(gone).toMatchObject({ status: 503, ready: false, parts: { database: { says: { en: 'The database cannot be reached.' } } } });
  expect((await fetch(`${house.address}/health/live`)).status).toBe(200);
  await admit(true);
  expect(await until(({ ready }) => ready)).toMatchObject({ status: 200, parts: { database: { state: 'OK' } } });
  expect(await house.person('sato')).toBeDefined();
});

it('is not ready on a schema that lacks what this version needs', async () => {
  house = await House.open();
  await house.behind(`update schema_migration set name = 'x-' || name where name = '030-operations.sql'`);
  const lacking = await until(isPart('migrations', 'FAILED'));
  expect(lacking).toMatchObject({ status: 503, parts: { migrations: { says: { en: '1 migrations of the database are pending.' } } } });
  await house.behind(`update schema_migration set name = '030-operations.sql' where name = 'x-030-operations.sql'`);
  await house.behind(`insert into schema_migration (name, digest) values ('999-from-a-newer-version.sql', '')`);
  expect(await until(isPart('migrations', 'OK'))).toMatchObject({
    status: 200,
    parts: { migrations: { says: { en: expect.stringContaining('newer version') } } },
  });
});

it('goes on without published heads, and says that somebody has to look', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'tsunagi-in-the-way-'));
  const inTheWay = join(dir, 'a-file');
  await writeFile(inTheWay, '');
  house = await House.open({ settings: { HEADS_DIR: join(inTheWay, 'heads') } });
  const sato = await house.person('sato');
  expect(await until(isPart('heads', 'DEGRADED'))).toMatchObject({ status: 200, ready: true, degraded: true });
  await rm(inTheWay);
  await sato.do('openCase', { headline: '見出し', subject: { name: '谷 みどり', kana: 'たに みどり' } }, 'id');
  await until(isPart('heads', 'OK'));
  await rm(dir, { recursive: true });
});

it('warns while there is still room on the disk', async () => {
  house = await House.open({ settings: { DISK_RESERVE_MIB: '1000000000', DATABASE_URL: 'postgres://elsewhere' } });
  const { status, parts } = await until(isPart('disk', 'DEGRADED'));
  expect(status).toBe(200);
  expect(parts['disk']!.says!.en).toMatch(/^There are \d+ MiB left on the disk\.$/);
});
