import { chmod, mkdtemp, realpath, rm, writeFile, appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from '../../src/commands/restore-drill/back-up.js';
import { Person } from '../../src/commands/scenario/person.js';
import { readConfig } from '../../src/config.js';
import { declaredEntities } from '../../src/graphql/columns.js';
import { openEmbedded, type Embedded } from '../../src/database/embedded.js';
import { addressOf, findOrCreateCluster, type Cluster } from '../../src/database/embedded/cluster.js';
import { portInUse, startServer, stopServer } from '../../src/database/embedded/server.js';
import { migrate } from '../../src/database/migrate.js';
import { Replica } from '../../src/database/replica.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { startProduct, type Product } from '../../src/start.js';
import { refusalOf } from '../support/house.js';
import { addressOf as within, withClient } from '../support/server.js';

/* A streaming replica answers reports: of everything that was there when they were asked for, under both locks, or not at all. */

let dir: string;
let primary: Embedded;
let cluster: Cluster;
let standby: Cluster;
let standbyUrl: string;
let product: Product;
let sato: Person;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tsunagi-replica-'));
  await chmod(dir, 0o711);
  const home = await mkdtemp(join(dir, 'standby-'));
  await chmod(home, 0o711);
  primary = await openEmbedded(dir, { throwaway: true });
  cluster = await findOrCreateCluster(dir, { throwaway: true, say: () => undefined });
  await migrate(primary.url);
  const { data } = await backUp(primary.url, cluster, home);
  const { port, password, username } = new URL(primary.url);
  await writeFile(join(data, 'standby.signal'), '');
  await appendFile(
    join(data, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=127.0.0.1 port=${port} user=${username} password=${password}'\n`,
  );
  standby = { ...cluster, data };
  await startStandby();
  const config = { PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dir, DATABASE_URL: primary.url, REPORTS_DATABASE_URL: standbyUrl };
  product = await startProduct(readConfig(config));
  sato = await Person.signIn(product.address, 'sato', DEMO_PASSWORD, 'en');
}, 180_000);
afterAll(async () => {
  await product.stop();
  await stopServer(standby).catch(() => undefined);
  await primary.close();
  await rm(await realpath(join(dir, 'pg')), { recursive: true, force: true });
  await rm(dir, { recursive: true, force: true });
}, 60_000);

async function startStandby(): Promise<void> {
  expect(await startServer(standby)).toBe('started');
  standbyUrl = addressOf(standby, (await portInUse(standby))!, 'tsunagi');
}

const replica = () => product.spine.database.replica!;
const part = async () =>
  (await (await fetch(`${product.address}/health/ready`)).json()) as {
    ready: boolean;
    parts: Record<string, { state: string; says?: { en: string } }>;
  };
const onStandby = (sql: string) => withClient(standbyUrl, async (client) => (await client.query(sql)).rows);
const open = (family: string) =>
  sato.do('openCase', { headline: '生活の立て直し', subject: { name: `森 ${family}`, kana: 'モリ' } }, 'id seats { id version }');
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });
const report = async (person: Person, caseId: string) => {
  const asked = 'query ($on: CalendarDate!, $caseId: Uuid!) { responsibility(on: $on, caseId: $caseId) { history(first: 100) { kind } } }';
  return (await person.ask(asked, { on: today(), caseId })).responsibility.history.map(({ kind }: { kind: string }) => kind) as string[];
};

it('a report has what happened a moment ago, and it is the replica that answers', async () => {
  expect(await onStandby('select pg_is_in_recovery() as stands')).toEqual([{ stands: true }]);
  const { answered } = replica();
  for (let round = 0; round < 5; round++) {
    const { id } = await open(`${round}`);
    expect(await report(sato, id)).toContain('case.opened');
  }
  expect(replica().answered).toBeGreaterThan(answered);
  expect(await part()).toMatchObject({ ready: true, parts: { replica: { state: 'OK' } } });
});

it('both locks hold there, and whoever lost sight of a case has lost it there too', async () => {
  const { id } = await open('みどり');
  await report(sato, id);
  const kato = await Person.signIn(product.address, 'kato', DEMO_PASSWORD, 'en');
  expect(await refusalOf(report(kato, id))).toMatchObject({ code: 'NOT_FOUND' });
  await withClient(standbyUrl, async (client) => {
    await client.query(`set role tsunagi_app; select set_config('tsunagi.actor', '${kato.staffId}', false)`);
    expect((await client.query('select from trail where case_id = $1', [id])).rowCount).toBe(0);
    await client.query(`select set_config('tsunagi.actor', $1, false)`, [sato.staffId]);
    expect((await client.query('select from trail where case_id = $1', [id])).rowCount).toBeGreaterThan(0);
    await expect(client.query('insert into access_log default values')).rejects.toMatchObject({ code: '25006' });
  });
});

it('while it is behind the primary answers, with everything, and readiness says by how much', async () => {
  await onStandby('select pg_wal_replay_pause()');
  const { id } = await open('あおい');
  const passedBack = replica().passedBack;
  expect(await report(sato, id)).toContain('case.opened');
  expect(replica().passedBack).toBeGreaterThan(passedBack);
  expect((await part()).parts['replica']).toMatchObject({
    state: 'DEGRADED',
    says: { en: expect.stringMatching(/is [1-9]\d* entries behind/) },
  });
  await onStandby('select pg_wal_replay_resume()');
  const { answered } = replica();
  while (replica().answered === answered) expect(await report(sato, id)).toContain('case.opened');
});

it('when it is gone the primary answers, people go on, and readiness says so', async () => {
  const { id } = await open('ひかり');
  await stopServer(standby);
  expect(await report(sato, id)).toContain('case.opened');
  let standing = await part();
  // It may have been seen behind before it was seen gone.
  while (!standing.parts['replica']!.says?.en.includes('cannot be reached')) standing = await part();
  expect(standing).toMatchObject({ ready: true, parts: { replica: { state: 'DEGRADED' } } });
});

it('a database whose chain is another is no replica, however long it is', async () => {
  await withClient(primary.url, (client) => client.query('create database other'));
  const url = within(primary.url, 'other');
  await migrate(url);
  const draft = {
    at: '2026-04-01T00:00:00.000Z',
    kind: 'case.opened',
    via: 'openCase',
    actor: 'system:setup',
    ordinal: 0,
    to: [],
    state: {},
    data: {},
  };
  await withClient(url, async (client) => {
    const drafts = Array.from({ length: 2_000 }, () => ({ ...draft, commandId: crypto.randomUUID() }));
    await client.query('select append_trail($1)', [JSON.stringify(drafts)]);
  });
  const wrong = new Replica(product.spine.database, url, declaredEntities());
  expect(await wrong.orPrimary()).toBe(product.spine.database);
  expect(wrong.standing).toBe('ANOTHER');
  await wrong.close();
});
