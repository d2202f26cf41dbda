import { digestOf, newApiToken } from '../../src/graphql/actor.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { openedBy } from '../support/conference.js';
import { asToken } from '../support/ways-in.js';
import { withClient } from '../support/server.js';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const board = (id: string) => `{ case(id: "${id}") { id } }`;

it('what is known of somebody ends with what it rests on, also when no verb of this process changed it', async () => {
  const sato = await house.person('sato');
  const caseId = await openedBy(sato);
  const ito = await house.person('ito');
  await sato.do('giveSeat', { caseId, staffId: ito.staffId });
  expect((await ito.ask(board(caseId))).case.id).toBe(caseId);

  await house.behind('update seat set until = tsunagi_now() where case_id = $1 and staff_id = $2', [caseId, ito.staffId]);
  expect(await refusalOf(ito.ask(board(caseId)))).toMatchObject({ code: 'NOT_FOUND' });
  await house.behind('update seat set until = null where case_id = $1 and staff_id = $2', [caseId, ito.staffId]);
  expect((await ito.ask(board(caseId))).case.id).toBe(caseId);
});

it('a session that ended elsewhere is over for the next question, whatever it asks', async () => {
  const kato = await house.person('kato');
  await kato.ask('{ me { name } }');
  await house.behind('update session set ended_at = tsunagi_now() where staff_id = $1', [kato.staffId]);
  for (const question of ['{ cases { id } }', '{ me { name } }', '{ needToKnow { profession } }']) {
    expect(await refusalOf(kato.ask(question))).toMatchObject({ code: 'UNAUTHENTICATED' });
  }
});

it('a session that idled out is over for those who are known as well', async () => {
  const kato = await house.person('kato');
  await kato.ask('{ cases { id } }');
  await house.behind(`update session set last_seen_at = tsunagi_now() - make_interval(mins => idle_minutes) where staff_id = $1`, [
    kato.staffId,
  ]);
  for (const question of ['{ cases { id } }', '{ me { name } }'])
    expect(await refusalOf(kato.ask(question))).toMatchObject({ code: 'UNAUTHENTICATED' });
});

it('somebody who asks much at once is described as often as it takes, and every question is answered', async () => {
  const [sato, kato] = [await house.person('sato'), await house.person('kato')];
  const caseId = await openedBy(sato);
  for (let round = 0; round < 20; round++) {
    // What anybody may see has just changed, and nothing is kept of anybody.
    await house.behind('update seat set until = until where case_id = $1', [caseId]);
    await house.behind('truncate standing');
    const answers = await Promise.all(Array.from({ length: 20 }, () => kato.ask('{ cases { id } me { name } }')));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  }
});

it('whoever goes on asking is noted to be there, and does not idle out', async () => {
  const kato = await house.person('kato');
  const seen = async () => (await house.behind(`select max(last_seen_at) as at from session where staff_id = $1`, [kato.staffId]))[0].at;
  await kato.ask('{ cases { id } }');
  const before = await seen();
  for (const [minutes, question] of [
    [5, '{ cases { id } }'],
    [10, '{ me { name } }'],
  ] as const) {
    await house.travel(minutes / 1_440);
    await kato.ask(question);
    expect((await seen()).getTime() - before.getTime()).toBeGreaterThan((minutes - 1) * 60_000);
  }
  await house.travel(0);
});

it('a token that is narrowed shows less at once, and one that is revoked shows nothing', async () => {
  const sato = await house.person('sato');
  const caseId = await openedBy(sato);
  const token = newApiToken();
  await house.behind(
    `insert into api_token (id, staff_id, issued_by_id, name, token_hash, access, subjects, issued_at, expires_at, version)
     values (gen_random_uuid(), $1, $1, 'a program', $2, 'READ', '{}', tsunagi_now(), tsunagi_now() + interval '1 day', 1)`,
    [sato.staffId, digestOf(token)],
  );
  const program = asToken(house, token);
  expect((await program.ask(board(caseId))).case.id).toBe(caseId);
  await house.behind(`update api_token set subjects = '{Staff}' where token_hash = $1`, [digestOf(token)]);
  expect(await refusalOf(program.ask(board(caseId)))).toMatchObject({ code: 'NOT_FOUND' });
  await program.ask('{ me { name } }');
  await house.behind('update api_token set revoked_at = tsunagi_now() where token_hash = $1', [digestOf(token)]);
  for (const question of [board(caseId), '{ me { name } }', '{ needToKnow { profession } }'])
    expect(await refusalOf(program.ask(question))).toMatchObject({ code: 'UNAUTHENTICATED' });
});

it('what ends by the clock ends for those who are known as well, and is there again when the clock goes back', async () => {
  const takahashi = await house.person('takahashi');
  const caseId = await openedBy(takahashi);
  await house.behind(
    `alter table posting disable trigger leaving; update posting set until = tsunagi_today() + 1 where staff_id = '${takahashi.staffId}'`,
  );
  await house.behind(`update session set expires_at = tsunagi_now() + interval '9 days', idle_minutes = 9 * 1440 where staff_id = $1`, [
    takahashi.staffId,
  ]);
  expect((await takahashi.ask(board(caseId))).case.id).toBe(caseId);
  await house.travel(3);
  expect(await refusalOf(takahashi.ask(board(caseId)))).toMatchObject({ code: 'NOT_FOUND' });
  await house.travel(0);
  expect((await takahashi.ask(board(caseId))).case.id).toBe(caseId);
});

it('behind a socket, who stands as they were described is not described again until something changes, whoever changed it', async () => {
  const [sato, ito] = [await house.person('sato'), await house.person('ito')];
  const caseId = await openedBy(sato, '岸 はる', 'きし はる');
  await sato.do('giveSeat', { caseId, staffId: ito.staffId });
  const [live, other] = [await ito.listen(), await ito.listen()];
  expect(await live.watch({ caseId })).toMatchObject({ ok: true });

  await house.behind(`alter table seat disable trigger access_changed; update seat set until = tsunagi_now() where case_id = '${caseId}'
    and staff_id = '${ito.staffId}'; alter table seat enable trigger access_changed`);
  expect(await other.watch({ caseId })).toMatchObject({ ok: true });
  await house.behind('update seat set until = until where case_id = $1', [caseId]);
  expect(await other.watch({ inbox: true })).toMatchObject({ ok: true });
  await Promise.all([live, other].map((one) => one.until(() => one.dropped.includes(caseId))));
  expect(await other.watch({ caseId })).toEqual({ ok: false, code: 'NOT_FOUND' });
  for (const one of [live, other]) one.close();
});

it('a command that had to wait is held against what changed meanwhile', async () => {
  const sato = await house.person('sato');
  const caseId = await openedBy(sato, '林 あおい', 'はやし あおい');
  const ito = await house.person('ito');
  await sato.do('giveSeat', { caseId, staffId: ito.staffId });
  const offering = {
    caseId,
    category: 'COORDINATION',
    what: '日程を決める',
    dueOn: inDays(3),
    owner: { kind: 'STAFF', staffId: sato.staffId },
  };
  const { id: taskId, version } = await ito.do('offerTask', offering);

  const refusal = await withClient(house.databaseUrl, async (client) => {
    await client.query('begin');
    await client.query('select from task where id = $1 for update', [taskId]);
    let isOver = false;
    const withdrawing = refusalOf(ito.do('withdrawTask', { taskId, version, reason: '不要になった' })).finally(() => (isOver = true));
    const waits = 'select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))';
    while (!isOver && (await client.query(waits)).rowCount === 0);
    await client.query('update seat set until = tsunagi_now() where case_id = $1 and staff_id = $2', [caseId, ito.staffId]);
    await client.query('commit');
    return withdrawing;
  });
  expect(refusal).toMatchObject({ code: 'NOT_FOUND' });
  expect(await house.behind('select status, version from task where id = $1', [taskId])).toEqual([{ status: 'OFFERED', version }]);
});

it('every table that says who may see what counts its changes', async () => {
  const functions = await house.behind<{ name: string; text: string }>(
    `select proname as name, prosrc as text from pg_proc where pronamespace = 'public'::regnamespace`,
  );
  const reached = new Set([
    'describe_actor',
    'describe_token',
    'work_out_cases',
    'households_of',
    'reachable_series',
    'own_accesses',
    'own_access_notes',
  ]);
  for (const name of reached) {
    const { text = '' } = functions.find((known) => known.name === name) ?? {};
    for (const other of functions) if (new RegExp(`\\b${other.name}\\(`).test(text)) reached.add(other.name);
  }
  const text = functions
    .filter(({ name }) => reached.has(name))
    .map((known) => known.text)
    .join('\n');
  const tables = await house.behind<{ name: string; counts: boolean }>(
    `select relname as name, exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'access_changed') as counts
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  );
  const read = tables.filter(({ name }) => new RegExp(`\\b(from|join)\\s+${name}\\b|,\\s*${name}\\s+(where|on)\\b`).test(text));
  // The copies that are kept are held against the changes themselves.
  const without = read.filter(({ name, counts }) => !counts && !['standing', 'access_change'].includes(name));
  expect(read.length).toBeGreaterThan(10);
  expect(without.map(({ name }) => name)).toEqual([]);
});
