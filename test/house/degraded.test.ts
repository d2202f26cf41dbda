import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Person } from '../../src/commands/scenario/person.js';
import { readConfig } from '../../src/config.js';
import { createApp } from '../../src/create-app.js';
import { serverOfRun } from '../support/database.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { Mailbox } from '../support/mailbox.js';
import { withClient } from '../support/server.js';
import { SmallDisk } from '../support/small-disk.js';
import { UNHURRIED } from '../support/unhurried.js';

/* What docs/operations.md promises while something breaks: people are told, readiness and metrics say so, and all is well again by itself. */

/** More than the product keeps connections. */
const MANY = 30;
const IMPATIENT = 'greetingTimeout=300&connectionTimeout=300&socketTimeout=300';

let house: House;
let mailbox: Mailbox;
let sato: Person, takahashi: Person;
let caseId: string;

beforeAll(async () => {
  mailbox = await Mailbox.open();
  house = await House.open({ settings: { METRICS_ADDRESS: '127.0.0.1:0', SMTP_URL: `${mailbox.url}/?${IMPATIENT}` } });
  [sato, takahashi] = [await house.person('sato'), await house.person('takahashi')];
  ({ id: caseId } = await sato.do('openCase', { headline: '見出し', subject: { name: '谷 みどり', kana: 'たに みどり' } }));
  await sato.do('giveSeat', { caseId, staffId: takahashi.staffId });
});
let disk: SmallDisk | null = null;
afterEach(async () => {
  await letGo();
  await disk?.unmount(house.databaseUrl, 'record');
  disk = null;
});
afterAll(async () => {
  await house.close();
  await mailbox.close();
});

interface Part {
  readonly state: string;
  readonly says?: { readonly ja: string; readonly en: string };
}
const standing = async (address = house.address) => {
  const response = await fetch(`${address}/health/ready`);
  return { status: response.status, ...((await response.json()) as { degraded: boolean; parts: Record<string, Part> }) };
};
/** Asks until the part stands so: an answer is half a second old at most. Brings back what is said of it, and whether people are sent here. */
async function until(name: string, state: string, address = house.address): Promise<{ status: number; says: string | undefined }> {
  for (;;) {
    const { status, parts } = await standing(address);
    if (parts[name]?.state === state) return { status, says: parts[name].says?.en };
    await pause(50);
  }
}
async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${house.app.metricsAddress}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1) ?? 0,
  );
}

const note = (body: string) => sato.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body });
const tasksOf = () => sato.ask('query ($id: Uuid!) { case(id: $id) { tasks { id } } }', { id: caseId });
const offered = () =>
  sato.do('offerTask', {
    caseId,
    category: 'LIFE',
    what: '連絡する',
    dueOn: inDays(20),
    owner: { kind: 'STAFF', staffId: takahashi.staffId },
  });

const holders: pg.Client[] = [];
/** Holds a table as a stuck program does, until it is let go. */
async function hold(table: string): Promise<void> {
  const holder = new pg.Client({ connectionString: house.databaseUrl });
  holders.push(holder);
  await holder.connect();
  await holder.query(`begin; lock table ${table} in access exclusive mode`);
}
const letGo = async () => {
  for (const holder of holders.splice(0)) await holder.end();
};
const stuck = `from pg_stat_activity where datname = current_database() and application_name = 'tsunagi' and wait_event_type = 'Lock'`;
async function areStuck(count: number): Promise<void> {
  while ((await house.behind(`select ${stuck}`)).length < count);
}

it('goes on reading while the disk of the database is full, keeps no half of what was written, and writes again when there is room', async () => {
  disk = await SmallDisk.mount(serverOfRun());
  if (!disk) console.warn('Nothing may be mounted here (that takes root): the database is made to say that its disk is full.');
  await (disk ? disk.take(house.databaseUrl, 'record') : Promise.resolve());
  await (disk ? disk.fill() : fullByWord());
  let [bodies, refusal]: [string[], { code: string } | null] = [[], null];
  while (!refusal) {
    const body = randomBytes(1_000).toString('hex');
    refusal = await note(body).then(
      () => null,
      (fault: { code: string }) => fault,
    );
    bodies = [...bodies, body];
  }
  const lost = bodies.pop()!;
  expect(refusal).toMatchObject({ code: 'UNAVAILABLE' });
  expect(await until('database', 'DEGRADED')).toEqual({
    status: 200,
    says: 'The disk of the database is full: nothing can be written, and everything can be read.',
  });
  expect(await metric('tsunagi_statement_failures_total{class="53"}')).toBeGreaterThan(0);
  expect(await tasksOf()).toEqual({ case: { tasks: [] } });
  expect(await house.behind('select from record where body = $1', [lost])).toHaveLength(0);

  await (disk ? disk.makeRoom() : house.behind('drop trigger full_disk on record'));
  await note(lost);
  expect((await until('database', 'OK')).status).toBe(200);
  for (const body of [...bodies, lost]) expect(await house.behind('select from record where body = $1', [body])).toHaveLength(1);
});

/** The very answer of a database without room, for where no disk can be mounted. */
const fullByWord = () =>
  house.behind(`create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;
    create trigger full_disk before insert on record for each row execute function full_disk()`);

it('stays ready when statements are slow and every connection is in use, says so, and answers everyone in the end', async () => {
  await hold('task');
  const answers = Promise.all(Array.from({ length: MANY }, tasksOf));
  expect(await until('database', 'DEGRADED')).toEqual({ status: 200, says: 'All connections to the database are in use.' });
  expect(await metric('tsunagi_database_waiting')).toBeGreaterThan(0);
  await letGo();
  expect(await answers).toHaveLength(MANY);
  expect((await until('database', 'OK')).status).toBe(200);
});

it('tells whoever asked for too much that the database ended it', async () => {
  await hold('task');
  const answer = refusalOf(tasksOf());
  await areStuck(1);
  // What the database does by itself after fifteen seconds.
  await house.behind(`select pg_cancel_backend(pid) ${stuck}`);
  expect(await answer).toMatchObject({ code: 'TOO_MANY' });
  expect(await metric('tsunagi_statement_failures_total{class="57"}')).toBeGreaterThan(0);
  await letGo();
  expect(await tasksOf()).toMatchObject({ case: { tasks: [] } });
});

it('lets nobody wait for a mail server that hangs, keeps the letter, and sends it once the server answers', async () => {
  mailbox.isHanging = true;
  await takahashi.do('chooseMail', { address: 'takahashi@city.example' });
  await offered();
  await note('待たずに書ける');
  await house.app.post!.round();
  expect(await until('mail', 'DEGRADED')).toEqual({ status: 200, says: 'The mail server takes nothing: letters wait.' });
  expect(await metric('tsunagi_mail_total{outcome="DOWN"}')).toBeGreaterThan(0);
  expect(await metric('tsunagi_mail_waiting')).toBe(1);

  mailbox.isHanging = false;
  await house.wait(3);
  await house.app.post!.round();
  expect(mailbox.to('takahashi@city.example')).toHaveLength(1);
  expect((await until('mail', 'OK')).status).toBe(200);
  expect(await metric('tsunagi_mail_waiting')).toBe(0);
});

it('says that a round stumbles, and loses nothing of what it was to do', async () => {
  await house.behind('alter table mail_cursor rename to mail_cursor_away');
  await offered();
  await house.app.post!.round();
  expect(await until('rounds', 'DEGRADED')).toEqual({ status: 200, says: 'What runs by itself stumbles: mail.' });
  expect(await metric('tsunagi_rounds_total{round="mail",outcome="failed"}')).toBeGreaterThan(0);
  expect(mailbox.to('takahashi@city.example')).toHaveLength(1);

  await house.behind('alter table mail_cursor_away rename to mail_cursor');
  await house.app.post!.round();
  expect((await until('rounds', 'OK')).status).toBe(200);
  expect(mailbox.to('takahashi@city.example')).toHaveLength(2);
});

// Last: numbers of metrics are looked up at the node of a process that began last.
it('says 503 while the database has no connection left for it, sends people elsewhere, and goes on by itself', async () => {
  const role = `limited_${randomBytes(4).toString('hex')}`;
  const owner = decodeURIComponent(new URL(house.databaseUrl).username);
  const url = new URL(house.databaseUrl);
  Object.assign(url, { username: role, password: 'limited' });
  await withClient(serverOfRun(), (client) =>
    client.query(`create role ${role} login password 'limited'; grant ${owner}, tsunagi_app to ${role}`),
  );
  const settings = { PORT: '0', DATA_DIR: house.headsDir, HEADS_DIR: house.headsDir, LOG_LEVEL: 'silent', ...UNHURRIED };
  const node = await createApp(readConfig(settings), url.href);
  const limited = (most: number) =>
    withClient(serverOfRun(), async (client) => {
      await client.query(`alter role ${role} connection limit ${most}`);
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [role]);
    });
  const ask = () =>
    fetch(`${node.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${sato.token}` },
      body: JSON.stringify({ query: '{ cases { id } }' }),
    });
  try {
    expect((await ask()).status).toBe(200);
    await limited(0);
    const answer = await ask();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, expect.any(String)]);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    expect((await until('database', 'FAILED', node.address)).status).toBe(503);
    await limited(-1);
    expect((await until('database', 'OK', node.address)).status).toBe(200);
    expect((await ask()).status).toBe(200);
  } finally {
    await node.close();
    await withClient(house.databaseUrl, (client) => client.query(`drop owned by ${role}; drop role ${role}`));
  }
});
