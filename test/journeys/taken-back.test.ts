import type { Person } from '../../src/commands/scenario/person.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

let house: House;
let team: Team;
let people: Team['people'];
beforeAll(async () => {
  house = await House.open();
  team = await assemble(house);
  people = team.people;
});
afterAll(() => house.close());

type Login = keyof Team['people'];
const toPerson = (login: Login) => ({ kind: 'STAFF', staffId: people[login].staffId });
const offered = (owner: object, what = '家賃の領収書を確かめる') =>
  people.sato.do('offerTask', { caseId: team.caseId, category: 'LIFE', what, dueOn: inDays(7), owner }, 'id version');
const step = (person: Person, verb: string, task: { id: string; version: number }, more: object = {}) =>
  person.do(verb, { taskId: task.id, version: task.version, ...more }, 'id version status staff { name }');
const kindsOf = async (id: string): Promise<string[]> => {
  const rows = await house.behind<{ kind: string }>(`select kind from trail where about_id = $1 order by seq`, [id]);
  return rows.map(({ kind }) => kind);
};

describe('a slip with a task', () => {
  it('is taken back by whoever made it: the task stands as before, and the trail keeps both', async () => {
    const { sato, takahashi } = people;
    const task = await offered(toPerson('takahashi'));
    const accepted = await step(takahashi, 'acceptTask', task);
    expect(await refusalOf(step(sato, 'revertTask', accepted))).toMatchObject({ code: 'FORBIDDEN' });
    const again = await step(takahashi, 'revertTask', accepted);
    expect(again).toMatchObject({ status: 'OFFERED', staff: { name: '高橋 健一' } });
    const declined = await step(takahashi, 'declineTask', again, { reason: '押し間違い' });
    expect(await step(takahashi, 'revertTask', declined)).toMatchObject({ status: 'OFFERED' });
    expect(await kindsOf(task.id)).toEqual(['task.offered', 'task.accepted', 'task.reverted', 'task.declined', 'task.reverted']);
    const { inbox } = await sato.ask('{ inbox(first: 200) { kind sentence } }');
    expect(inbox.at(-1)).toEqual({
      kind: 'task.reverted',
      sentence: '高橋 健一 took back what they had just done to a task of 高橋 健一.',
    });
  });

  it('gives back to the pool what was taken from it', async () => {
    const task = await offered({ kind: 'AGENCY', agencyId: team.agencies.assistance });
    const accepted = await step(people.takahashi, 'acceptTask', task);
    expect(accepted.staff).toEqual({ name: '高橋 健一' });
    expect(await step(people.takahashi, 'revertTask', accepted)).toMatchObject({ status: 'OFFERED', staff: null });
  });

  it('reopens what was reported done or withdrawn, and not what somebody else has changed since', async () => {
    const { sato, takahashi } = people;
    const accepted = await step(takahashi, 'acceptTask', await offered(toPerson('takahashi')));
    const done = await step(takahashi, 'completeTask', accepted, { result: '確かめた。' });
    const reopened = await step(takahashi, 'revertTask', done);
    expect(reopened).toMatchObject({ status: 'IN_PROGRESS' });
    const withdrawn = await step(sato, 'withdrawTask', reopened, { reason: '不要になった' });
    expect(await refusalOf(step(takahashi, 'revertTask', done))).toMatchObject({ code: 'CONFLICT' });
    expect(await step(sato, 'revertTask', withdrawn)).toMatchObject({ status: 'OFFERED' });
  });

  it('stays after a quarter of an hour', async () => {
    const accepted = await step(people.takahashi, 'acceptTask', await offered(toPerson('takahashi')));
    await house.wait(16);
    expect(await refusalOf(step(people.takahashi, 'revertTask', accepted))).toMatchObject({
      code: 'CONFLICT',
      message: 'It can be taken back within 15 minutes only.',
    });
    await house.travel(0);
  });
});

describe('an appointment', () => {
  it('is agreed again after a slip, unless the person meets somebody else then', async () => {
    const { sato } = people;
    const at = (hour: string) => ({
      caseId: team.caseId,
      staffId: sato.staffId,
      startsAt: `${inDays(3)}T${hour}:00:00+09:00`,
      place: '窓口',
    });
    const made = await sato.do('makeAppointment', at('10'), 'id version');
    const called = { appointmentId: made.id, version: made.version, reason: '押し間違い' };
    const cancelled = await sato.do('cancelAppointment', called, 'id version status');
    const back = { appointmentId: made.id, version: cancelled.version };
    expect(await refusalOf(people.ito.do('revertAppointment', back))).toMatchObject({ code: 'FORBIDDEN' });
    const other = await sato.do('makeAppointment', at('10'), 'id version');
    expect(await refusalOf(sato.do('revertAppointment', back))).toMatchObject({ code: 'CONFLICT' });
    await sato.do('cancelAppointment', { appointmentId: other.id, version: other.version, reason: '取りやめ' });
    expect(await sato.do('revertAppointment', back, 'status reason { body }')).toEqual({ status: 'AGREED', reason: null });
    expect(await kindsOf(made.id)).toEqual(['appointment.made', 'appointment.cancelled', 'appointment.reverted']);
  });
});

describe('a name', () => {
  it('of an agency or a person is changed by the system administrator, and stays where it was used', async () => {
    const yamada = await house.person('yamada');
    const { agency } = await yamada.ask('query ($id: Uuid!) { agency(id: $id) { version } }', { id: team.agencies.health });
    const renamed = { agencyId: team.agencies.health, version: agency.version, name: '健康推進課' };
    expect(await refusalOf(people.ito.do('renameAgency', renamed))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await yamada.do('renameAgency', renamed, 'name version')).toEqual({ name: '健康推進課', version: agency.version + 1 });
    expect(await refusalOf(yamada.do('renameAgency', { ...renamed, version: agency.version + 1 }))).toMatchObject({ code: 'CONFLICT' });
    const { staffMember } = await yamada.ask('query ($id: Uuid!) { staffMember(id: $id) { version } }', { id: people.ito.staffId });
    const married = { staffId: people.ito.staffId, version: staffMember.version, name: '𠮷川 由美', kana: 'よしかわ ゆみ' };
    expect(await yamada.do('renameStaff', married, 'name')).toEqual({ name: '𠮷川 由美' });
    const { case: found } = await people.sato.ask('query ($id: Uuid!) { case(id: $id) { seats { staff { name } agency { name } } } }', {
      id: team.caseId,
    });
    expect(found.seats).toContainEqual({ staff: { name: '𠮷川 由美' }, agency: { name: '健康推進課' } });
  });
});
