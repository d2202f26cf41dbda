import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../src/calendar/days.js';
import { Person } from '../../src/commands/scenario/person.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { Node } from '../faults/node.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { refusalOf } from '../support/house.js';
import { Mailbox } from '../support/mailbox.js';
import { withClient } from '../support/server.js';

/* What runs by itself, on two programs over one database: each piece of work is done once, whoever does it; and when a node is killed in the middle. */

const TO = 'takahashi@city.example';
const LETTERS = 12;
/** A Wednesday and not a holiday; hours in Japan. */
const TODAY = '2026-12-02';
const SEVEN = '2026-12-01T22:00:00Z';
const NINE = '2026-12-02T00:00:00Z';
const TWENTY_TO_TEN = '2026-12-02T00:40:00Z';
const TEN = '2026-12-02T01:00:00Z';

let database: TestDatabase;
let mailbox: Mailbox;
let dir: string;
let nodes: Node[];

beforeAll(async () => {
  [database, mailbox, dir] = [await cloneDatabase(), await Mailbox.open(), await mkdtemp(join(tmpdir(), 'tsunagi-two-nodes-'))];
  const url = new URL(database.url);
  const at = (port: number) => Object.assign(new URL(url), { port: String(port) }).href;
  const wishes = { databaseUrl: at, databasePort: Number(url.port), broken: null };
  const settings = { SMTP_URL: mailbox.url, SESSION_IDLE_MINUTES: '1440' };
  nodes = await Promise.all(
    ['one', 'two'].map((name) => Node.prepare(name, { ...wishes, headsDir: join(dir, name), settings: { ...settings, DATA_DIR: dir } })),
  );
  await turnTo(SEVEN);
  for (const node of nodes) await node.start();
}, 120_000);
afterAll(async () => {
  for (const node of nodes) await node.close();
  await mailbox.close();
  await database.drop();
  await rm(dir, { recursive: true, force: true });
});

const behind = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  withClient(database.url, async (client) => (await client.query<Row>(sql, values)).rows);
/** Moves the only clock that counts. From there it goes on. */
const turnTo = (instant: string) =>
  behind(`create or replace function tsunagi_now() returns timestamptz language sql volatile as
    $$ select date_trunc('milliseconds', clock_timestamp() + (timestamptz '${instant}' - timestamptz '${new Date().toISOString()}')) $$`);
const person = (login: string, { address }: Node) => Person.signIn(address, login, DEMO_PASSWORD, 'en');
const open = `status in ('WAITING', 'SENDING')`;
/** Until so many letters have gone out and none is left to be sent. */
async function allSent(count: number): Promise<void> {
  for (;;) {
    const [letters] = await behind<{ sent: number; left: number }>(
      `select count(*) filter (where status = 'SENT')::int as sent, count(*) filter (where ${open})::int as left from mail_letter`,
    );
    if (letters!.sent >= count && letters!.left === 0) return;
  }
}

let caseId: string;
const offer = (by: Person, owner: Person, what: string) =>
  by.do('offerTask', { caseId, category: 'LIFE', what, dueOn: addDays(TODAY, 1), owner: { kind: 'STAFF', staffId: owner.staffId } });

it('sends each notice, reminder and invitation once, whichever node sends it', async () => {
  const [sato, satoElsewhere] = [await person('sato', nodes[0]!), await person('sato', nodes[1]!)];
  const takahashi = await person('takahashi', nodes[1]!);
  ({ id: caseId } = await sato.do('openCase', { headline: '見出し', subject: { name: '谷 みどり', kana: 'たに みどり' } }));
  await sato.do('giveSeat', { caseId, staffId: takahashi.staffId });
  await takahashi.do('chooseMail', { address: TO, reminders: ['DAY_BEFORE'] });
  const offered = await Promise.all(
    Array.from({ length: LETTERS }, (_, at) => offer(at % 2 ? sato : satoElsewhere, takahashi, `連絡する ${at}`)),
  );
  await takahashi.do('acceptTask', { taskId: offered[0].id, version: offered[0].version });
  await satoElsewhere.do('conveneSession', {
    caseId,
    startsAt: `${addDays(TODAY, 5)}T01:00:00Z`,
    endsAt: `${addDays(TODAY, 5)}T02:00:00Z`,
    place: '会議室',
    reason: '暮らしが変わったため',
    questions: [{ what: '暮らし', category: 'LIFE' }],
    invitees: [{ staffId: takahashi.staffId }],
  });
  await allSent(LETTERS + 1);
  const mails = mailbox.to(TO);
  expect(mails.filter(({ invitation }) => invitation)).toHaveLength(1);
  expect(mails.filter(({ subject }) => subject === '【つなぎ】対応事項の依頼が届いています。')).toHaveLength(LETTERS);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);

  // At eight both nodes find that there is something to remind of.
  await turnTo(NINE);
  await Promise.all([sato, satoElsewhere].map((by, at) => offer(by, takahashi, `もう一度 ${at}`)));
  const before = mails.length;
  await allSent(before + 3);
  const reminders = mailbox.to(TO).filter(({ subject }) => subject.startsWith('【つなぎ】期限の近い'));
  expect(reminders).toHaveLength(1);
  expect(mailbox.to(TO)).toHaveLength(before + 3);
});

it('publishes the same heads at each node, as witnesses that know nothing of each other', async () => {
  const [last] = await behind<{ seq: string; hash: string }>(
    `select seq, encode(hash, 'hex') as hash from trail order by seq desc limit 1`,
  );
  for (const name of ['one', 'two']) {
    while (!(await headsOf(name)).includes(`${last!.seq} ${last!.hash}`));
  }
});

async function headsOf(name: string): Promise<string> {
  const files = await readdir(join(dir, name)).catch(() => []);
  return (await Promise.all(files.map((file) => readFile(join(dir, name, file), 'utf8')))).join('');
}

it('ends a look at the same instant on each node, by the clock of the database alone', async () => {
  const katos = await Promise.all(nodes.map((node) => person('kato', node)));
  const look = (kato: Person) => kato.ask('query ($id: Uuid!) { case(id: $id) { number } }', { id: caseId });
  const { case: found } = await (await person('sato', nodes[0]!)).ask('query ($id: Uuid!) { case(id: $id) { number } }', { id: caseId });
  const glass = { caseNumber: found.number, categories: ['HEALTH'], reason: '夜間に救急搬送されたため', minutes: 30 };
  await katos[0]!.do('breakGlass', glass, 'id');
  for (const kato of katos) expect(await look(kato)).toEqual({ case: found });
  await turnTo(TWENTY_TO_TEN);
  for (const kato of katos) expect(await refusalOf(look(kato))).toMatchObject({ code: 'NOT_FOUND' });
});

it('sends a letter again, under the same message id, whose node was killed before it could note that the mail server had it', async () => {
  const [one, two] = nodes as [Node, Node];
  await two.end('SIGKILL');
  const [sato, takahashi] = [await person('sato', one), await person('takahashi', one)];
  mailbox.keepsWaiting = true;
  const before = mailbox.to(TO).length;
  await offer(sato, takahashi, '途中で止まる');
  await mailbox.has(before + 1);
  await one.end('SIGKILL');
  mailbox.keepsWaiting = false;

  await two.start();
  const elsewhere = await person('sato', two);
  await offer(elsewhere, takahashi, 'その間の依頼');
  await mailbox.has(before + 2);
  const [told, meanwhile] = mailbox.to(TO).slice(before);
  expect(meanwhile!.messageId).not.toBe(told!.messageId);
  while ((await behind(`select from mail_letter where status = 'SENDING'`)).length > 1);

  // Whoever took it had five minutes.
  await turnTo(TEN);
  await offer(elsewhere, takahashi, 'そのあとの依頼');
  await allSent(before + 3);
  const ids = mailbox
    .to(TO)
    .slice(before)
    .map(({ messageId }) => messageId);
  expect(ids).toHaveLength(4);
  expect(ids.filter((id) => id === told!.messageId)).toHaveLength(2);
  expect(new Set(ids).size).toBe(3);
}, 60_000);
