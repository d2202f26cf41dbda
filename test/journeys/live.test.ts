import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import pg from 'pg';
import { Live } from '../../src/commands/scenario/live.js';
import type { Person } from '../../src/commands/scenario/person.js';
import { consentTo } from '../support/consent.js';
import { House } from '../support/house.js';
import { bothEnds, frame, signIn, upgrade } from '../support/raw-socket.js';

let house: House;
let sato: Person, ito: Person, watanabe: Person, kato: Person;
let caseId: string;
const open: Live[] = [];

beforeAll(async () => {
  house = await House.open();
  [sato, ito, watanabe, kato] = (await Promise.all(['sato', 'ito', 'watanabe', 'kato'].map((login) => house.person(login)))) as [
    Person,
    Person,
    Person,
    Person,
  ];
  ({ id: caseId } = await sato.do('openCase', {
    headline: '見出し',
    subject: { name: '森 さくら', kana: 'もり さくら', bornOn: '1990-05-03' },
  }));
  await consentTo(sato, caseId);
  for (const { staffId } of [ito, watanabe]) await sato.do('giveSeat', { caseId, staffId });
});
afterEach(() => open.splice(0).forEach((live) => live.close()));
afterAll(() => house.close());

const listening = async (person: Person, ...watches: object[]): Promise<Live> => {
  const live = await person.listen();
  open.push(live);
  for (const watch of watches) await live.watch(watch);
  return live;
};
const note = (person: Person, category: string, body = '記録') => person.do('writeRecord', { caseId, category, kind: 'NOTE', body });
const newest = async () => Number((await house.behind('select max(seq) as seq from trail'))[0].seq);

it('tells everyone on the case of what they may read, with a cursor and nothing else', async () => {
  const [satos, watanabes] = [await listening(sato, { caseId }), await listening(watanabe, { caseId })];
  await note(sato, 'EDUCATION');
  const seq = await newest();
  await Promise.all([satos, watanabes].map((live) => live.until(() => live.pointers.length === 1)));
  expect(satos.pointers).toEqual([{ caseId, seq }]);
  expect(watanabes.pointers).toEqual([{ caseId, seq }]);
});

it('does not even say that something happened to those who may not read it', async () => {
  const [itos, watanabes] = [await listening(ito, { caseId }), await listening(watanabe, { caseId })];
  await note(ito, 'HEALTH', '受診を続けている');
  const hidden = await newest();
  await note(watanabe, 'CONSULTATION');
  const visible = await newest();
  await itos.until(() => itos.pointers.length === 1);
  await watanabes.until(() => watanabes.pointers.length === 1);
  expect(itos.pointers).toEqual([{ caseId, seq: hidden }]);
  expect(watanabes.pointers).toEqual([{ caseId, seq: visible }]);
});

it('tells everyone of much that comes at once in its order, and of what they may read alone', async () => {
  const [itos, watanabes] = [await listening(ito, { caseId }), await listening(watanabe, { caseId })];
  const before = await newest();
  const written = Array.from({ length: 6 }, () => [note(ito, 'HEALTH'), note(watanabe, 'CONSULTATION'), note(sato, 'EDUCATION')]);
  await Promise.all(written.flat());
  const of = async (...categories: string[]) =>
    (await house.behind('select seq::int from trail where seq > $1 and category = any ($2) order by seq', [before, categories])).map(
      ({ seq }) => ({ caseId, seq }),
    );
  await itos.until(() => itos.pointers.length >= 6);
  await watanabes.until(() => watanabes.pointers.length >= 12);
  expect(itos.pointers).toEqual(await of('HEALTH'));
  expect(watanabes.pointers).toEqual(await of('CONSULTATION', 'EDUCATION'));
});

it('brings a window that could not be written to for a while everything afterwards, in its order', async () => {
  const { ours, theirs } = await bothEnds(house);
  await upgrade(ours);
  await signIn(ours, sato.token);
  let heard = '';
  ours.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  const hears = async (what: RegExp, times: number) => {
    while ([...heard.matchAll(what)].length < times) await once(ours, 'data');
  };
  ours.write(frame(`42/live,1["watch",${JSON.stringify({ caseId })}]`));
  await hears(/43\/live,1\[\{"ok":true/g, 1);

  const itos = await listening(ito, { caseId });
  theirs.cork();
  for (let at = 0; at < 5; at++) await note(ito, 'LIFE');
  await itos.until(() => itos.pointers.length === 5);
  expect(heard).not.toContain('"trail"');
  theirs.uncork();
  await note(ito, 'LIFE');
  await itos.until(() => itos.pointers.length === 6);
  await hears(/"trail"/g, 6);
  expect([...heard.matchAll(/"trail",(\{[^}]*\})/g)].map(([, pointer]) => JSON.parse(pointer!))).toEqual(itos.pointers);
  ours.destroy();
});

it('brings what was missed when a window comes back with its cursor', async () => {
  const first = await listening(sato);
  const answer = await first.watch({ caseId });
  expect(answer).toMatchObject({ ok: true });
  first.close();
  await note(sato, 'LIFE');
  await note(ito, 'HEALTH');
  await note(sato, 'LIFE');
  const back = await listening(sato);
  const again = await back.watch({ caseId, after: (answer as { seq: number }).seq });
  const seqs = () => new Set(back.pointers.map(({ seq }) => seq));
  await back.until(() => seqs().size >= 2);
  expect(seqs().size).toBe(2);
  expect(again).toEqual({ ok: true, seq: await newest() });
});

it('says the same of a case that may not be seen as of one that does not exist', async () => {
  const katos = await listening(kato);
  expect(await katos.watch({ caseId })).toEqual({ ok: false, code: 'NOT_FOUND' });
  expect(await katos.watch({ caseId: randomUUID() })).toEqual({ ok: false, code: 'NOT_FOUND' });
  expect(await katos.unwatch({ caseId })).toEqual(await katos.unwatch({ caseId: randomUUID() }));
});

it.each([
  [null],
  ['x'],
  [{}],
  [{ caseId: 'x' }],
  [{ caseId: 7 }],
  [{ caseId: [] }],
  [{ inbox: 'yes' }],
  [{ caseId: randomUUID(), inbox: true }],
  [{ inbox: true, after: -1 }],
  [{ inbox: true, after: 'a' }],
])('refuses a watch that says %j', async (request) => {
  const live = await listening(sato);
  expect(await live.watch(request as object)).toEqual({ ok: false, code: 'INVALID' });
  expect(live.isConnected).toBe(true);
});

it('stops when it is asked to', async () => {
  const [satos, itos] = [await listening(sato, { caseId }), await listening(ito, { caseId })];
  await satos.unwatch({ caseId });
  await note(sato, 'LIFE');
  await itos.until(() => itos.pointers.length === 1);
  expect(satos.pointers).toEqual([]);
});

it('points to what is addressed to someone, whatever case they look at', async () => {
  const itos = await listening(ito, { inbox: true });
  await sato.do('openCase', { headline: '別の家庭', subject: { name: '谷 みどり', kana: 'たに みどり' } }, 'id').then(async ({ id }) => {
    await sato.do('giveSeat', { caseId: id, staffId: ito.staffId });
    await itos.until(() => itos.pointers.length > 0);
    expect(itos.pointers.map((pointer) => pointer.caseId)).toEqual([id]);
  });
});

it('lets nobody in without a session, and closes every window of someone who signs out everywhere', async () => {
  await expect(Live.connect(house.address, 'guessed')).rejects.toThrow('UNAUTHENTICATED');
  await expect(Live.connect(house.address, '')).rejects.toThrow('UNAUTHENTICATED');
  const [one, two] = [await house.person('takahashi'), await house.person('takahashi')];
  const [first, second] = [await listening(one, { inbox: true }), await listening(two, { inbox: true })];
  await one.do('signOutEverywhere');
  await Promise.all([first.until(() => !first.isConnected), second.until(() => !second.isConnected)]);
  await expect(Live.connect(house.address, two.token)).rejects.toThrow('UNAUTHENTICATED');
});

it('loses nothing when a client goes away in the middle of a command', async () => {
  const commandId = randomUUID();
  const live = await listening(sato, { caseId });
  const input = { caseId, category: 'LIFE', kind: 'NOTE', body: '途中で切れた' };
  await sendAndHangUp(sato, commandId, input);
  await live.until(() => live.pointers.length === 1);
  const { id } = await sato.do('writeRecord', input, 'id', commandId);
  expect(await house.behind('select from record where id = $1', [id])).toHaveLength(1);
  expect(await house.behind(`select from trail where command_id = $1`, [commandId])).toHaveLength(1);
});

it('tells a window nothing newer when what it missed could not be read', async () => {
  const first = await listening(sato);
  const { seq: after } = (await first.watch({ caseId })) as { seq: number };
  first.close();
  await note(ito, 'LIFE');
  const missed = await newest();

  const itos = await listening(ito, { caseId });
  const release = await trailStuckFor(sato);
  const back = await listening(sato);
  const answer = back.watch({ caseId, after });
  await waitsForUs();
  await note(ito, 'LIFE');
  await itos.until(() => itos.pointers.length === 1);
  await release();
  expect(await answer).toEqual({ ok: false, code: 'UNAVAILABLE' });
  await back.until(() => !back.isConnected);
  expect(back.pointers).toEqual([]);

  await house.behind('drop policy stuck on trail');
  const again = await listening(sato);
  expect(await again.watch({ caseId, after })).toEqual({ ok: true, seq: await newest() });
  expect(new Set(again.pointers.map(({ seq }) => seq))).toEqual(new Set([missed, await newest()]));
});

/** From now on the database holds up whoever reads the trail for this person; once released it ends them, as when it is shut down. */
async function trailStuckFor({ staffId }: Person): Promise<() => Promise<void>> {
  const holder = new pg.Client({ connectionString: house.databaseUrl });
  await holder.connect();
  await holder.query('select pg_advisory_lock(42)');
  await holder.query(`
    create function stuck() returns boolean language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(42); raise exception 'stuck' using errcode = 'admin_shutdown'; end $$;
    create policy stuck on trail as restrictive for select to tsunagi_app using (acting() <> '${staffId}' or stuck())`);
  return () => holder.end();
}

async function waitsForUs(): Promise<void> {
  while ((await house.behind(`select from pg_locks where locktype = 'advisory' and objid = 42 and not granted`)).length === 0);
}

/** Sends a command and tears the connection down as soon as it is on its way. */
function sendAndHangUp(person: Person, commandId: string, input: object): Promise<void> {
  const query = 'mutation ($commandId: Uuid!, $input: WriteRecordInput!) { writeRecord(commandId: $commandId, input: $input) { id } }';
  const body = JSON.stringify({ query, variables: { commandId, input } });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${person.token}`,
  };
  return new Promise((gone) => {
    const sending = httpRequest(`${house.address}/graphql`, { method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.on('close', () => gone());
    sending.end(body, () => sending.destroy());
  });
}
