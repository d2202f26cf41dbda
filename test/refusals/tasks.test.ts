import { randomUUID } from 'node:crypto';
import { Person } from '../../src/commands/scenario/person.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { openedBy } from '../support/conference.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { withClient } from '../support/server.js';
import { assemble, type Team } from '../support/team.js';

let house: House;
let team: Team;
let sato: Person, takahashi: Person, watanabe: Person, kato: Person;
beforeAll(async () => {
  house = await House.open();
  team = await assemble(house);
  ({ sato, takahashi, watanabe, kato } = team.people);
});
afterAll(() => house.close());

const staff = ({ staffId }: { staffId: string }) => ({ kind: 'STAFF', staffId });
const offering = (more: object = {}) => ({
  caseId: team.caseId,
  category: 'LIFE',
  what: '家庭訪問をする',
  dueOn: inDays(7),
  owner: staff(takahashi),
  ...more,
});
const refused = (more: object, by = sato) => refusalOf(by.do('offerTask', offering(more)));
const count = async () => (await house.behind('select count(*)::int as tasks from task'))[0].tasks;

it('refuses an owner who has no seat on the case, exactly like one who does not exist', async () => {
  const matsumoto = await house.person('matsumoto');
  const [stranger, nobody] = [await refused({ owner: staff(matsumoto) }), await refused({ owner: staff({ staffId: randomUUID() }) })];
  expect(stranger).toMatchObject({ code: 'INVALID', fields: [{ path: 'input.owner.staffId', code: 'UNKNOWN' }] });
  expect(nobody).toEqual(stranger);
  const pool = (agencyId: string) => refused({ owner: { kind: 'AGENCY', agencyId } });
  const [{ id: children }] = await house.behind("select id from agency where name = '子ども家庭部'");
  expect(await pool(children)).toMatchObject({ code: 'INVALID', fields: [{ path: 'input.owner.agencyId', code: 'UNKNOWN' }] });
  expect(await pool(randomUUID())).toEqual(await pool(children));
});

it('refuses an owner whose work does not reach the category', async () => {
  expect(await refused({ category: 'HEALTH', owner: staff(watanabe) })).toMatchObject({
    code: 'INVALID',
    fields: [{ path: 'input.owner.staffId', code: 'NOT_ALLOWED' }],
  });
  for (const kind of ['AGENCY', 'CLIENT'])
    expect(await refused({ category: 'HEALTH', owner: { kind, agencyId: team.agencies.hellowork } })).toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'input.owner.agencyId', code: 'UNKNOWN' }],
    });
});

it('refuses an owner that is nobody, or two at once', async () => {
  const agencyId = team.agencies.centre;
  const at = async (owner: object) => (await refused({ owner })).fields;
  expect(await at({ kind: 'STAFF' })).toEqual([{ path: 'input.owner.staffId', code: 'REQUIRED' }]);
  expect(await at({ kind: 'AGENCY' })).toEqual([{ path: 'input.owner.agencyId', code: 'REQUIRED' }]);
  expect(await at({ kind: 'CLIENT' })).toEqual([{ path: 'input.owner.agencyId', code: 'REQUIRED' }]);
  expect(await at({ kind: 'AGENCY', agencyId, staffId: kato.staffId })).toEqual([{ path: 'input.owner.staffId', code: 'NOT_ALLOWED' }]);
  expect(await at({ ...staff(takahashi), agencyId })).toEqual([{ path: 'input.owner.agencyId', code: 'NOT_ALLOWED' }]);
});

it.each([
  ['a deadline in the past', () => ({ dueOn: inDays(-1) }), { path: 'input.dueOn', code: 'IN_THE_PAST' }],
  ['no text', () => ({ what: ' ' }), { path: 'input.what', code: 'REQUIRED' }],
  ['a text that is too long', () => ({ what: '訪'.repeat(201) }), { path: 'input.what', code: 'TOO_LONG' }],
  ['a day that is none', () => ({ dueOn: '2026-02-30' }), { path: 'input.dueOn', code: 'FORMAT' }],
])('refuses %s, and keeps nothing', async (_, wrong, fault) => {
  const before = await count();
  expect(await refused(wrong())).toMatchObject({ code: 'INVALID', fields: [fault] });
  expect(await count()).toBe(before);
});

it('accepts a deadline of today', async () => {
  expect(await sato.do('offerTask', offering({ dueOn: inDays(0) }), 'dueOn')).toEqual({ dueOn: inDays(0) });
});

it('lets people offer only within the categories of their own work, and managers nothing', async () => {
  expect(await refused({ category: 'HEALTH', owner: staff(sato) }, watanabe)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refused({}, team.people.nakamura)).toMatchObject({ code: 'FORBIDDEN' });
});

it('answers for a task that may not be seen as for one that does not exist, whatever is tried', async () => {
  const { id } = await sato.do('offerTask', offering({ category: 'HEALTH', owner: staff(team.people.ito) }));
  const outsider = await house.person('matsumoto');
  const attempts: Record<string, object> = {
    acceptTask: {},
    declineTask: { reason: '理由' },
    startTask: {},
    completeTask: { result: '結果' },
    withdrawTask: { reason: '理由' },
    reassignTask: { reason: '理由', owner: staff(kato) },
    requestPostponement: { reason: '理由', toDueOn: inDays(20) },
  };
  for (const [verb, more] of Object.entries(attempts)) {
    for (const person of [watanabe, outsider]) {
      const [hidden, missing] = [id, randomUUID()].map((taskId) => refusalOf(person.do(verb, { taskId, version: 1, ...more })));
      expect(await hidden).toMatchObject({ code: 'NOT_FOUND' });
      expect(await hidden).toEqual(await missing);
    }
  }
  const [hidden, missing] = [id, randomUUID()].map((task) => refusalOf(watanabe.ask(`{ task(id: "${task}") { id } }`)));
  expect(await hidden).toEqual(await missing);
  const approving = (person: Person) => refusalOf(person.do('approvePostponement', { postponementId: randomUUID(), version: 1 }));
  expect(await approving(sato)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refused({ caseId: randomUUID() })).toEqual(await refused({}, outsider));
});

it('refuses what the state of a task does not allow', async () => {
  const { id: taskId } = await sato.do('offerTask', offering());
  const tryAs = (person: Person, verb: string, version: number, more: object = {}) =>
    refusalOf(person.do(verb, { taskId, version, ...more }));
  const conflict = { code: 'CONFLICT' };
  expect(await tryAs(takahashi, 'startTask', 1)).toMatchObject(conflict);
  expect(await tryAs(takahashi, 'completeTask', 1, { result: '結果' })).toMatchObject(conflict);
  expect(await tryAs(takahashi, 'requestPostponement', 1, { toDueOn: inDays(9), reason: '理由' })).toMatchObject(conflict);
  await takahashi.do('acceptTask', { taskId, version: 1 });
  expect(await tryAs(takahashi, 'acceptTask', 2)).toMatchObject(conflict);
  expect(await tryAs(takahashi, 'declineTask', 2, { reason: '理由' })).toMatchObject(conflict);
  expect(await tryAs(sato, 'reassignTask', 2, { owner: staff(takahashi), reason: '理由' })).toMatchObject(conflict);
  await takahashi.do('completeTask', { taskId, version: 2, result: '結果' });
  for (const [verb, more] of Object.entries({ withdrawTask: {}, reassignTask: { owner: staff(kato) } }))
    expect(await tryAs(sato, verb, 3, { ...more, reason: '理由' })).toMatchObject({
      code: 'CONFLICT',
      message: 'This task is already done.',
    });
});

it('refuses a version that someone else has changed since, and says so in both languages', async () => {
  const { id: taskId } = await sato.do('offerTask', offering());
  await sato.do('reassignTask', { taskId, version: 1, owner: staff(kato), reason: '理由' });
  const stale = { taskId, version: 1, owner: staff(takahashi), reason: '理由' };
  expect(await refusalOf(sato.do('reassignTask', stale))).toMatchObject({
    code: 'CONFLICT',
    message: 'Someone else changed this first. Please look at the latest.',
  });
  const inJapanese = await Person.signIn(house.address, 'sato', DEMO_PASSWORD, 'ja');
  expect(await refusalOf(inJapanese.do('reassignTask', stale))).toMatchObject({
    message: '他の人が先に変更しました。最新の内容を確認してください。',
  });
});

it('begins nothing on a case that is closed, not even with a task that was declined', async () => {
  const caseId = await openedBy(sato, '林 あおい', 'はやし あおい');
  await sato.do('giveSeat', { caseId, staffId: takahashi.staffId });
  const { id: taskId } = await sato.do('offerTask', offering({ caseId }));
  await takahashi.do('declineTask', { taskId, version: 1, reason: '手が足りない。' });
  await sato.do('closeCase', { caseId, version: 1, reason: '転居した。' });
  const closed = { code: 'CONFLICT', message: 'This case is closed.' };
  expect(await refused({ caseId })).toMatchObject(closed);
  expect(await refusalOf(sato.do('reassignTask', { taskId, version: 2, owner: staff(takahashi), reason: '理由' }))).toMatchObject(closed);
});

it('makes one task of a command that is sent again and again, even all at once', async () => {
  const [before, commandId] = [await count(), randomUUID()];
  const send = () => sato.do('offerTask', offering(), 'id', commandId);
  const { id } = await send();
  const again = await Promise.all([send(), send(), send()]);
  expect(new Set(again.map((answer) => answer.id))).toEqual(new Set([id]));
  expect(await count()).toBe(before + 1);

  const other = randomUUID();
  const atOnce = await Promise.all([1, 2, 3].map(() => sato.do('offerTask', offering(), 'id', other)));
  expect(new Set(atOnce.map((answer) => answer.id)).size).toBe(1);
  expect(await count()).toBe(before + 2);
});

it('refuses a command id that was used for something else, or by the same verb with another input', async () => {
  const commandId = randomUUID();
  const { id: taskId } = await sato.do('offerTask', offering(), 'id', commandId);
  expect(await refusalOf(sato.do('offerTask', offering({ what: '電話をする' }), 'id', commandId))).toMatchObject({ code: 'CONFLICT' });
  expect(await refusalOf(sato.do('withdrawTask', { taskId, version: 1, reason: '理由' }, 'id', commandId))).toMatchObject({
    code: 'CONFLICT',
  });
});

describe('while someone leaves the case', () => {
  /** What comes of `attempt` when the seat ends before it can finish, and after it has begun. */
  const asTheyLeave = ({ staffId }: Person, attempt: () => Promise<unknown>) =>
    withClient(house.databaseUrl, async (client) => {
      await client.query('begin');
      await client.query('update seat set until = tsunagi_now(), version = version + 1 where staff_id = $1 and until is null', [staffId]);
      let isOver = false;
      const refusal = refusalOf(attempt()).finally(() => (isOver = true));
      const waits = 'select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))';
      while (!isOver && (await client.query(waits)).rowCount === 0);
      await client.query('commit');
      return refusal;
    });

  it('gives them no task', async () => {
    const refusal = await asTheyLeave(watanabe, () => sato.do('offerTask', offering({ category: 'EMPLOYMENT', owner: staff(watanabe) })));
    expect(refusal).toMatchObject({ code: 'INVALID', fields: [{ path: 'input.owner.staffId', code: 'UNKNOWN' }] });
  });

  it('lets them take none from the pool', async () => {
    const { id: taskId, version } = await sato.do('offerTask', offering({ owner: { kind: 'AGENCY', agencyId: team.agencies.centre } }));
    expect(await asTheyLeave(team.people.suzuki, () => team.people.suzuki.do('acceptTask', { taskId, version }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
