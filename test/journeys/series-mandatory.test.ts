import type { Json } from '../../src/commands/scenario/person.js';
import { circleOf, openedBy, type Circle } from '../support/conference.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { meeting, meetingOf, seriesOf, settled } from '../support/series.js';

/* Kurume: ハローワーク必ず参加. Without its mandatory member a meeting cannot decide what needs them, and says so before the day and on the day. */

let house: House;
let people: Circle;
let series: Json;
let session: Json;
let caseId: string;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  const { sato, takahashi, watanabe } = people;
  caseId = await openedBy(sato);
  for (const { staffId } of [takahashi, watanabe]) await sato.do('giveSeat', { caseId, staffId });
  series = await seriesOf(people, 'KURUME_SUPPORT_ADJUSTMENT', ['takahashi', 'watanabe']);
  const questions = [{ what: '求職の進め方', category: 'EMPLOYMENT', purpose: 'PROGRESS', caseId }];
  session = await meetingOf(sato, series.id, { questions });
});
afterAll(() => house.close());

const readiness = async () =>
  (
    await people.sato.ask(
      'query ($id: Uuid!) { conferenceSession(id: $id) { readiness { mandatory { profession name standing } came needed cannotDecide } } }',
      { id: session.id },
    )
  ).conferenceSession.readiness;
const invitationOf = async (staffId: string) => {
  const { id: invitationId, version } = (await meeting(people.sato, session.id)).invitations.find((one: Json) => one.staffId === staffId);
  return { invitationId, version };
};
const decision = () => ({
  itemId: session.agenda[0].id,
  what: '求人を三件紹介する',
  category: 'EMPLOYMENT',
  owner: { kind: 'STAFF', staffId: people.watanabe.staffId },
  dueOn: inDays(7),
});

it('says before the day who has to come and has not said so', async () => {
  expect(await readiness()).toEqual({
    mandatory: [{ profession: 'HELLO_WORK_NAVIGATOR', name: 'hello work navigator', standing: 'UNANSWERED' }],
    came: 0,
    needed: 0,
    cannotDecide: ['PLAN', 'TASK'],
  });
  const { watanabe } = people;
  await watanabe.do('acceptInvitation', await invitationOf(watanabe.staffId));
  expect(await readiness()).toMatchObject({ mandatory: [{ standing: 'WILL_COME' }], cannotDecide: [] });
  await watanabe.do('declineInvitation', { ...(await invitationOf(watanabe.staffId)), reason: '別の公務のため' });
  expect(await readiness()).toMatchObject({ mandatory: [{ standing: 'WILL_NOT_COME' }], cannotDecide: ['PLAN', 'TASK'] });
});

it('cannot decide on the day what needs them, and says whom it lacks', async () => {
  await people.sato.do('openSession', { sessionId: session.id, version: session.version });
  expect(await refusalOf(people.sato.do('decide', decision()))).toMatchObject({
    code: 'CONFLICT',
    message: 'This cannot be decided until a mandatory member is noted as present: hello work navigator.',
  });
});

it('lets somebody of the same agency stand in, records for whom, and then decides', async () => {
  const { sato, watanabe, kato } = people;
  const yamada = await house.person('yamada');
  const own = await invitationOf(watanabe.staffId);
  expect(await refusalOf(watanabe.do('delegateInvitation', { ...own, staffId: kato.staffId }))).toMatchObject({
    code: 'INVALID',
    fields: [{ path: 'input.staffId', code: 'NOT_ALLOWED' }],
  });
  const { agencies } = await yamada.ask('{ agencies { id name } }');
  const { id: agencyId } = agencies.find(({ name }: Json) => name === 'ハローワーク三鷹');
  const colleague = { name: '代理 ひろし', kana: 'ダイリ　ヒロシ', login: 'dairi', password: 'standing-in-for' };
  const { id: staffId } = await yamada.do('addStaff', colleague);
  await yamada.do('postStaff', { staffId, agencyId, profession: 'HELLO_WORK_NAVIGATOR', since: inDays(0) });
  await watanabe.do('delegateInvitation', { ...own, staffId });
  const [sent] = (await meeting(sato, session.id)).invitations.filter((one: Json) => one.staffId === staffId);
  expect(sent).toMatchObject({ insteadOfId: own.invitationId, status: 'INVITED' });
  await sato.do('markAttendance', { invitationId: sent.id, version: sent.version, attendance: 'PRESENT' });
  await sato.do('markAttendance', { ...(await invitationOf(watanabe.staffId)), attendance: 'DELEGATED' });
  expect(await readiness()).toMatchObject({ mandatory: [{ standing: 'CAME' }], cannotDecide: [] });
  expect(await sato.do('decide', decision(), 'what')).toEqual({ what: '求人を三件紹介する' });
});

it('is told in the minutes and in the monitor: who stood in for whom, and that the mandatory member was there', async () => {
  const { sato } = people;
  await settled(sato, session.id);
  const { minutesText } = await sato.ask('query ($id: Uuid!) { minutesText(sessionId: $id) }', { id: session.id });
  expect(minutesText).toContain('代理 ひろし（出席・渡辺 誠の代理）');
  expect(minutesText).toContain('渡辺 誠（代理が出席）');
  const { meetingMonitor } = await sato.ask(
    'query ($id: Uuid!, $on: CalendarDate!, $to: CalendarDate!) { meetingMonitor(seriesId: $id, fromOn: $on, toOn: $to) { sessions { mandatoryCame } } }',
    { id: series.id, on: inDays(-1), to: inDays(2) },
  );
  expect(meetingMonitor.sessions).toEqual([{ mandatoryCame: true }]);
});
