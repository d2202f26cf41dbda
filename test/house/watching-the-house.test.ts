import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { refusalOf, House } from '../support/house.js';

/* What whoever runs the product can read of it: numbers, lines of the log, and the doctor's sentences. None of them holds a name or a story. */

let house: House;
beforeAll(async () => {
  house = await House.open({ overheard: true, settings: { METRICS_ADDRESS: '127.0.0.1:0', DISK_RESERVE_MIB: '1' } });
});
afterAll(() => house.close());

const metrics = async (): Promise<string> => (await fetch(`${house.app.metricsAddress}/metrics`)).text();
/** The value of one line of the metrics; 0 where there is none yet. */
const valueOf = (text: string, name: string): number => {
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? 0);
};

const HEADLINE = '離婚後の転入';

it('counts what was done, by operation, and what was refused, by code', async () => {
  const sato = await house.person('sato');
  const live = await sato.listen();
  const opened = await sato.do('openCase', { headline: HEADLINE, subject: { name: '森 さくら', kana: 'もり さくら' } }, 'id');
  await live.watch({ caseId: opened.id });
  await refusalOf(sato.ask(`query HisOwnWords { case(id: "${randomUUID()}") { headline } }`));
  const refused = 'tsunagi_request_seconds_count{operation="query case",outcome="refused"}';
  // A request is counted when its answer has left, which its reader may have before.
  let text = await metrics();
  while (valueOf(text, refused) === 0) text = await metrics();
  expect(valueOf(text, refused)).toBe(1);
  expect(valueOf(text, 'tsunagi_request_seconds_count{operation="mutation openCase",outcome="answered"}')).toBe(1);
  expect(valueOf(text, 'tsunagi_refusals_total{code="NOT_FOUND"}')).toBe(1);
  expect(valueOf(text, 'tsunagi_statement_seconds_count{kind="append",outcome="done"}')).toBeGreaterThan(0);
  expect(valueOf(text, 'tsunagi_request_statements_count{operation="query case"}')).toBe(1);
  expect(valueOf(text, 'tsunagi_request_statements_sum{operation="query case"}')).toBeGreaterThan(0);
  expect(valueOf(text, 'tsunagi_sockets')).toBe(1);
  expect(valueOf(text, 'tsunagi_watches')).toBe(1);
  expect(valueOf(text, 'tsunagi_tail_seq')).toBeGreaterThan(0);
  expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
  for (const told of [HEADLINE, 'さくら', 'HisOwnWords', sato.staffId, opened.id]) expect(text).not.toContain(told);
  live.close();
});

it('answers with metrics on their own port only', async () => {
  expect((await fetch(`${house.address}/metrics`)).status).toBe(404);
  expect((await fetch(`${house.app.metricsAddress}/`)).status).toBe(404);
});

it('writes a line for each request: who asked for what, how long it took and with how many statements, and no word of it', async () => {
  const sato = await house.person('sato');
  const query = 'query HerOwnWords { cases { id headline } }';
  const response = await fetch(`${house.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sato.token}` },
    body: JSON.stringify({ query }),
  });
  const id = response.headers.get('x-request-id');
  await response.text();
  const logged = () =>
    house.emitted.all().flatMap(({ channel, text }) => (channel === 'log' ? [JSON.parse(text) as Record<string, unknown>] : []));
  const isIts = ({ request, msg }: Record<string, unknown>) => request === id && msg === 'answered';
  while (!logged().some(isIts)) await metrics();
  const lines = logged();
  const line = lines.find(isIts);
  expect(line).toMatchObject({ actor: sato.staffId, operation: 'query cases', status: 200, refusals: [], ms: expect.any(Number) });
  expect(line!['statements']).toBeGreaterThan(0);
  expect(JSON.stringify(lines)).not.toMatch(/HerOwnWords|さくら|離婚/);
});

const DOCTOR = fileURLToPath(new URL('../../dist/src/commands/doctor.js', import.meta.url));

/** What the doctor says of this house, with these settings besides. */
const examined = (settings: Record<string, string> = {}): Promise<{ code: number; text: string }> =>
  new Promise((resolve) => {
    const env = { PATH: '/usr/bin:/bin', DATABASE_URL: house.databaseUrl, HEADS_DIR: house.headsDir, DISK_RESERVE_MIB: '1', ...settings };
    execFile(process.execPath, [DOCTOR], { env }, (fault, text) => resolve({ code: fault ? Number(fault.code) : 0, text }));
  });

it('finds a house in order, and says so in both languages', async () => {
  const { code, text } = await examined();
  expect(text).toContain('The newest entries (up to 5000) are in order and unedited.');
  expect(text).toContain('移行はすべて適用済みです。');
  expect({ code, text: text.match(/^✗.*/gm) }).toEqual({ code: 0, text: null });
});

it('names what is wrong, and what to do about it', async () => {
  await house.behind('alter table record disable row level security');
  await house.behind('grant insert on trail to tsunagi_app');
  await house.behind(`insert into schema_migration (name, digest) values ('999-newer.sql', '')`);
  const { code, text } = await examined({ SMTP_URL: 'smtp://someone:secret@127.0.0.1:1' });
  expect(code).toBe(1);
  expect(text).toContain('tsunagi_app may change the trail (INSERT).');
  expect(text).toContain('The database is of a newer version (999-newer.sql).');
  expect(text).toContain('The mail server cannot be used (');
  expect(text).not.toContain('secret');
  await house.behind('revoke insert on trail from tsunagi_app');
  expect((await examined()).text).toContain('Row-level security is off: record.');
  await house.behind('alter table record enable row level security');
});

it('passes on what a node that runs says of itself, and names letters that nobody takes', async () => {
  const { port } = new URL(house.address);
  expect((await examined({ PORT: port })).text).toContain('The running product says that all is well.');
  await house.behind(`update schema_migration set name = 'x-' || name where name = '030-operations.sql'`);
  await house.behind(`insert into mail_letter (id, staff_id, kind, about_on, next_try_at)
    select gen_random_uuid(), id, 'REMINDER', '2026-04-01', tsunagi_now() - interval '1 hour' from staff limit 1`);
  while ((await fetch(`${house.address}/health/ready`)).status !== 503);
  const { code, text } = await examined({ PORT: port });
  expect(code).toBe(1);
  expect(text).toContain('The running product, migrations: 1 migrations of the database are pending.');
  await house.behind(`update schema_migration set name = '030-operations.sql' where name = 'x-030-operations.sql'`);
  expect((await examined()).text).toContain('1 letters are due, and no node takes them.');
});

it('ends with 2 when it cannot look at all', async () => {
  expect(await examined({ DATABASE_URL: 'postgres://someone:secret@127.0.0.1:1/tsunagi' })).toEqual({
    code: 2,
    text: expect.stringContaining('nobody answers there') as string,
  });
  expect((await examined({ PORT: 'eighty' })).code).toBe(2);
});
