import type { Json } from '../../src/commands/scenario/person.js';
import { circleOf } from '../support/conference.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

/*
 * Six days of one family's case, and what can be answered about each of them afterwards.
 *   day 0  佐藤 is key person. 高橋 accepts a task, 伊藤 does not answer hers, 渡辺 declines his, 鈴木 accepts one.
 *   day 2  高橋's task goes to 加藤; 鈴木's deadline is moved; 佐藤 offers to hand the case over to 鈴木.
 *   day 4  鈴木 becomes key person, and takes on what 渡辺 declined.
 *   day 6  Two deadlines have passed.
 */

let house: House;
let team: Team;
let people: Team['people'];
const tasks: Record<'visit' | 'checkup' | 'vacancies' | 'allowance', string> = { visit: '', checkup: '', vacancies: '', allowance: '' };

const HELD = 'kind id what staff { name } agency { name } from { name } since dueOn status isOverdue isUnaccepted';
const ANSWER = `on keyPersons { ${HELD} } seats { ${HELD} profession } tasks { ${HELD} } issues { ${HELD} } roles { ${HELD} } handovers { ${HELD} }
  gaps { kind days caseNumber held { what } } missed { what staff { name } dueOn status }`;
const ASKED = `query ($on: CalendarDate!, $caseId: Uuid, $agencyId: Uuid, $staffId: Uuid) {
  responsibility(on: $on, caseId: $caseId, agencyId: $agencyId, staffId: $staffId) { ${ANSWER} } }`;
const HISTORY = `query ($on: CalendarDate!, $agencyId: Uuid, $staffId: Uuid, $caseId: Uuid, $after: Int) {
  responsibility(on: $on, agencyId: $agencyId, staffId: $staffId, caseId: $caseId) {
    history(after: $after) { seq kind sentence note { body } task { what } } } }`;

type Login = keyof Team['people'];
type Of = { caseId?: string; agencyId?: string; staffId?: string };

const asOf = async (login: Login, day: number, of: Of): Promise<Json> =>
  (await people[login].ask(ASKED, { on: inDays(day), ...of })).responsibility;
const ofCase = (day: number, login: Login = 'sato') => asOf(login, day, { caseId: team.caseId });
const byTask = (answer: Json) => Object.fromEntries(answer.tasks.map((task: Json) => [task.what, task]));
const gapsOf = (answer: Json) => answer.gaps.map((gap: Json) => [gap.kind, gap.held?.what ?? null, gap.days]);

const offer = (what: string, login: Login, category: string, day: number) =>
  people.sato.do('offerTask', {
    caseId: team.caseId,
    category,
    what,
    dueOn: inDays(day),
    owner: { kind: 'STAFF', staffId: people[login].staffId },
  });
const versionOf = async (id: string) => (await people.sato.ask('query ($id: Uuid!) { task(id: $id) { version } }', { id })).task.version;
const on = async (verb: string, login: Login, taskId: string, more: object = {}) =>
  people[login].do(verb, { taskId, version: await versionOf(taskId), ...more });

/** So many days later, when everyone has signed in again. */
async function travel(days: number): Promise<void> {
  await house.travel(days);
  const [circle, nakamura, kobayashi] = await Promise.all([circleOf(house), house.person('nakamura'), house.person('kobayashi')]);
  people = { ...circle, nakamura, kobayashi };
}

beforeAll(async () => {
  house = await House.open();
  team = await assemble(house);
  people = team.people;
  tasks.visit = (await offer('家庭訪問に行く', 'takahashi', 'LIFE', 5)).id;
  tasks.checkup = (await offer('健診の受診を勧める', 'ito', 'HEALTH', 3)).id;
  tasks.vacancies = (await offer('求人を探す', 'watanabe', 'EMPLOYMENT', 10)).id;
  tasks.allowance = (await offer('手当の書類をそろえる', 'suzuki', 'LIFE', 4)).id;
  await on('acceptTask', 'takahashi', tasks.visit);
  await on('acceptTask', 'suzuki', tasks.allowance);
  await on('declineTask', 'watanabe', tasks.vacancies, { reason: '生活の立て直しが先だと思う。' });

  await travel(2);
  const to = (login: Login) => ({ owner: { kind: 'STAFF', staffId: people[login].staffId } });
  await on('reassignTask', 'sato', tasks.visit, { ...to('kato'), reason: '子どもの様子も見たい。' });
  const asked = await on('requestPostponement', 'suzuki', tasks.allowance, { toDueOn: inDays(8), reason: '証明書が届かない。' });
  await people.sato.do('approvePostponement', { postponementId: asked.id, version: asked.version });
  const handover = await people.sato.do('offerHandover', {
    caseId: team.caseId,
    staffId: people.suzuki.staffId,
    reason: '母親の状況が主な課題になった。',
  });

  await travel(4);
  await people.suzuki.do('acceptHandover', { handoverId: handover.id });
  await on('reassignTask', 'suzuki', tasks.vacancies, { ...to('suzuki'), reason: '窓口まで同行する。' });

  await travel(6);
}, 60_000);
afterAll(() => house.close());

it('tells who answered for what at the end of the first day', async () => {
  const answer = await ofCase(0);
  expect(answer.on).toBe(inDays(0));
  expect(answer.keyPersons).toMatchObject([{ kind: 'KEY_PERSON', staff: { name: '佐藤 恵' }, agency: { name: '子ども家庭支援センター' } }]);
  expect(answer.seats.map((seat: Json) => [seat.staff.name, seat.profession])).toContainEqual(['渡辺 誠', 'HELLO_WORK_NAVIGATOR']);
  expect(byTask(answer)).toMatchObject({
    家庭訪問に行く: { staff: { name: '高橋 健一' }, status: 'ACCEPTED', dueOn: inDays(5), isOverdue: false, isUnaccepted: false },
    求人を探す: { staff: { name: '渡辺 誠' }, status: 'DECLINED' },
    手当の書類をそろえる: { staff: { name: '鈴木 直子' }, status: 'ACCEPTED', dueOn: inDays(4) },
  });
  expect(gapsOf(answer)).toEqual([
    ['UNACCEPTED', '健診の受診を勧める', 0],
    ['DECLINED', '求人を探す', 0],
    ['NO_NEXT_SESSION', null, null],
    ['NO_NEXT_APPOINTMENT', null, null],
  ]);
  expect(answer.handovers).toEqual([]);
});

it('tells of an unaccepted task only those whose work needs its category', async () => {
  const seenBy = async (login: Login) => byTask(await ofCase(0, login))['健診の受診を勧める'];
  expect(await seenBy('ito')).toMatchObject({ staff: { name: '伊藤 由美' }, status: 'OFFERED', isUnaccepted: true });
  expect(gapsOf(await ofCase(1, 'ito'))).toContainEqual(['UNACCEPTED', '健診の受診を勧める', 1]);
  expect(await seenBy('watanabe')).toBeUndefined();
});

it('hides from the navigator, on the same day, everything that is not his to know', async () => {
  const answer = await ofCase(6, 'watanabe');
  expect(answer.tasks.map((task: Json) => task.what)).toEqual(['求人を探す']);
  expect(gapsOf(answer)).toEqual([
    ['NO_NEXT_SESSION', null, null],
    ['NO_NEXT_APPOINTMENT', null, null],
  ]);
  expect(answer.missed).toEqual([]);
  expect(JSON.stringify(answer)).not.toMatch(/健診|訪問|書類/);
  const { responsibility } = await people.watanabe.ask(HISTORY, { on: inDays(6), caseId: team.caseId });
  const told = responsibility.history.filter((entry: Json) => entry.kind.startsWith('task.'));
  expect(new Set(told.map((entry: Json) => entry.task.what))).toEqual(new Set(['求人を探す']));
});

it('tells the day of a reassignment, a postponement and an offered hand-over from the day before it', async () => {
  const [before, after] = [await ofCase(1), await ofCase(2)];
  expect(byTask(before)['家庭訪問に行く']).toMatchObject({ staff: { name: '高橋 健一' }, status: 'ACCEPTED' });
  expect(byTask(after)['家庭訪問に行く']).toMatchObject({ staff: { name: '加藤 美咲' }, status: 'OFFERED', isUnaccepted: true });
  expect([before, after].map((answer) => byTask(answer)['手当の書類をそろえる'].dueOn)).toEqual([inDays(4), inDays(8)]);
  expect([before, after].map((answer) => answer.handovers.length)).toEqual([0, 1]);
  expect(after.handovers[0]).toMatchObject({ from: { name: '佐藤 恵' }, staff: { name: '鈴木 直子' }, status: 'OFFERED' });
  expect(gapsOf(await ofCase(3))).toEqual(
    expect.arrayContaining([
      ['UNACCEPTED', '家庭訪問に行く', 1],
      ['HANDOVER_PENDING', null, 1],
      ['DECLINED', '求人を探す', 3],
    ]),
  );
});

it('names one key person on each day, and the other from the day of the hand-over on', async () => {
  const names = await Promise.all(
    [0, 1, 2, 3, 4, 5, 6].map(async (day) => (await ofCase(day)).keyPersons.map((one: Json) => one.staff.name)),
  );
  expect(names).toEqual([...Array(4).fill(['佐藤 恵']), ...Array(3).fill(['鈴木 直子'])]);
  expect(gapsOf(await ofCase(4)).map(([kind]: string[]) => kind)).not.toContain('HANDOVER_PENDING');
});

it('tells which deadlines were missed, and who answered for them at that moment', async () => {
  const answer = await ofCase(6, 'ito');
  const missed = { what: '健診の受診を勧める', staff: { name: '伊藤 由美' }, dueOn: inDays(3), status: 'OFFERED' };
  expect(answer.missed).toContainEqual(missed);
  expect(gapsOf(answer)).toContainEqual(['OVERDUE', '健診の受診を勧める', 3]);
  expect((await ofCase(3, 'ito')).missed).toEqual([]);
  expect((await ofCase(4, 'ito')).missed).toEqual([missed]);
  const seen = (await ofCase(6)).missed;
  expect(seen).toContainEqual({ what: '家庭訪問に行く', staff: { name: '加藤 美咲' }, dueOn: inDays(5), status: 'OFFERED' });
  expect(seen.map((one: Json) => one.what)).not.toContain('手当の書類をそろえる');
});

it('answers a manager for every agency below theirs, and says why things changed', async () => {
  const { agencies } = await people.nakamura.ask<Json>('{ agencies { id name } }');
  const agencyId = agencies.find((agency: Json) => agency.name === '子ども家庭部').id;
  const answer = await asOf('nakamura', 6, { agencyId });
  expect(answer.keyPersons).toMatchObject([{ staff: { name: '鈴木 直子' } }]);
  expect(Object.keys(byTask(answer)).sort()).toEqual(['家庭訪問に行く', '手当の書類をそろえる', '求人を探す'].sort());
  expect(gapsOf(answer)).toEqual(
    expect.arrayContaining([
      ['OVERDUE', '家庭訪問に行く', 1],
      ['NO_NEXT_SESSION', null, null],
    ]),
  );
  const { responsibility } = await people.nakamura.ask(HISTORY, { on: inDays(6), agencyId });
  const why = responsibility.history.flatMap((entry: Json) => (entry.note ? [[entry.kind, entry.note.body]] : []));
  expect(why).toEqual([
    ['task.declined', '生活の立て直しが先だと思う。'],
    ['task.reassigned', '子どもの様子も見たい。'],
    ['postponement.requested', '証明書が届かない。'],
    ['handover.offered', '母親の状況が主な課題になった。'],
    ['task.reassigned', '窓口まで同行する。'],
  ]);
});

it('answers the other manager for what his agency had, until it was given away', async () => {
  const { assistance: agencyId } = team.agencies;
  expect(Object.keys(byTask(await asOf('kobayashi', 1, { agencyId })))).toEqual(['家庭訪問に行く']);
  expect((await asOf('kobayashi', 2, { agencyId })).tasks).toEqual([]);
  const of = { on: inDays(1), agencyId };
  const { responsibility } = await people.kobayashi.ask(HISTORY, of);
  expect(responsibility.history.map((entry: Json) => entry.kind)).toEqual(['seat.given', 'task.offered', 'task.accepted']);
  const after = responsibility.history[0].seq;
  expect((await people.kobayashi.ask(HISTORY, { ...of, after })).responsibility.history).toEqual(responsibility.history.slice(1));
});

it('answers for one person', async () => {
  const staffId = people.suzuki.staffId;
  const answer = await asOf('nakamura', 5, { staffId });
  expect(Object.keys(byTask(answer)).sort()).toEqual(['手当の書類をそろえる', '求人を探す'].sort());
  expect(answer.keyPersons).toMatchObject([{ staff: { name: '鈴木 直子' } }]);
  expect((await asOf('nakamura', 3, { staffId: people.sato.staffId })).handovers).toMatchObject([{ from: { name: '佐藤 恵' } }]);
});

it('refuses a day to come, an unclear question, and whatever the reader may not see', async () => {
  const { caseId } = team;
  const ask = (login: Login, variables: object) => refusalOf(people[login].ask(ASKED, variables));
  expect(await ask('sato', { on: inDays(7), caseId })).toMatchObject({ code: 'INVALID', fields: [{ path: 'on', code: 'OUT_OF_ORDER' }] });
  expect(await ask('sato', { on: inDays(0) })).toMatchObject({ code: 'INVALID', fields: [{ path: 'caseId', code: 'REQUIRED' }] });
  expect(await ask('sato', { on: inDays(0), caseId, staffId: people.sato.staffId })).toMatchObject({
    code: 'INVALID',
    fields: [{ path: 'caseId', code: 'NOT_ALLOWED' }],
  });
  const unknown = '01890000-0000-7000-8000-000000000000';
  for (const foreign of [{ caseId: unknown }, { agencyId: unknown }, { staffId: unknown }])
    expect(await ask('sato', { on: inDays(0), ...foreign })).toMatchObject({ code: 'NOT_FOUND' });
  const outsider = await house.person('matsumoto');
  expect(await refusalOf(outsider.ask(ASKED, { on: inDays(0), caseId }))).toMatchObject({ code: 'NOT_FOUND' });
  const { responsibility } = await outsider.ask(ASKED, { on: inDays(6), agencyId: team.agencies.centre });
  expect({ ...responsibility, on: null }).toEqual({
    on: null,
    ...Object.fromEntries(['keyPersons', 'seats', 'tasks', 'issues', 'roles', 'handovers', 'gaps', 'missed'].map((name) => [name, []])),
  });
});

it('exports the same as a table, and the trail with the hashes that an outsider can hold', async () => {
  const sheet = 'query ($on: CalendarDate!, $caseId: Uuid) { responsibilityCsv(on: $on, caseId: $caseId) trailCsv(caseId: $caseId) }';
  const asked = sheet.replace('$caseId: Uuid)', '$caseId: Uuid!)');
  const { responsibilityCsv, trailCsv } = await people.sato.ask(asked, { on: inDays(3), caseId: team.caseId });
  const [heading, ...lines] = responsibilityCsv.split('\r\n');
  expect(heading).toBe('\uFEFF基準日,区分,ケース番号,内容,担当者,職種,機関,いつから,期限,状態,空白');
  expect(lines.join('\n')).toMatch(
    new RegExp(
      `${inDays(3)},対応事項,[\\d-]+,家庭訪問に行く,加藤 美咲,,子ども家庭支援センター,[\\d: -]+,${inDays(5)},依頼中,受諾されていない（1日）`,
    ),
  );
  expect(lines.filter((line: string) => line.includes('次の会議がない'))).toHaveLength(1);

  const [first, second] = trailCsv.split('\r\n');
  expect(first).toBe('\uFEFF番号,日時,種類,操作者,内容,ハッシュ値');
  expect(second).toMatch(/^\d+,\d{4}-\d\d-\d\d \d\d:\d\d,case\.opened,佐藤 恵,.+。,[0-9a-f]{64}$/);
});
