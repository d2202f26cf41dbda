import type { Json } from '../../src/commands/scenario/person.js';
import { circleOf, openedBy, type Circle } from '../support/conference.js';
import { House, inDays } from '../support/house.js';
import { meeting, meetingOf, seriesOf, settled } from '../support/series.js';

/* The loop: a decision becomes a task, its day passes, it is on the next agenda by itself with its reason, and the manager sees it all. */

let house: House;
let people: Circle;
let series: Json;
let caseId: string;
let first: Json;
let second: Json;
let task: Json;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  caseId = await openedBy(people.sato);
  await people.sato.do('giveSeat', { caseId, staffId: people.takahashi.staffId });
  series = await seriesOf(people, 'TOSHIMA_SUPPORT_ADJUSTMENT', ['takahashi', 'watanabe', 'kato']);
});
afterAll(() => house.close());

const on = (day: number) => ({ startsAt: `${inDays(day)}T01:00:00Z`, endsAt: `${inDays(day)}T02:00:00Z` });
const backOn = (session: Json) => session.agenda.map((item: Json) => [item.kind, item.what, item.because, item.outcome]);

it('a meeting decides who does what by when', async () => {
  const { sato, takahashi } = people;
  const questions = [{ what: '家庭訪問をいつ始めるか', category: 'LIFE', purpose: 'ROLE_ALLOCATION', caseId }];
  first = await meetingOf(sato, series.id, { questions });
  await sato.do('openSession', { sessionId: first.id, version: first.version });
  const decided = { itemId: first.agenda[0].id, what: '週に一度訪問する', category: 'LIFE', dueOn: inDays(10) };
  const owner = { kind: 'STAFF', staffId: takahashi.staffId };
  ({ task } = await sato.do('decide', { ...decided, owner }, 'task { id version }'));
  await takahashi.do('acceptTask', { taskId: task.id, version: task.version });
  await settled(sato, first.id);
});

it('whoever was not there reads what was settled and what their agency has to do; a table of it goes to whoever keeps one', async () => {
  const read = async (who: keyof Circle, what: string) =>
    (await people[who].ask(`query ($id: Uuid!) { ${what}(sessionId: $id) }`, { id: first.id }))[what];
  expect(await read('takahashi', 'minutesDigest')).toMatch(
    /■ あなたの機関の対応事項\n {2}・【\d{4}-\d{4}】高橋 健一（生活福祉課）が、.*週に一度訪問する/,
  );
  expect(await read('kato', 'minutesDigest')).not.toContain('訪問');
  expect(await read('takahashi', 'minutesCsv')).toMatch(
    /\r\n1,\d{4}-\d{4},家庭訪問をいつ始めるか,生活状況,,決定,週に一度訪問する,高橋 健一,生活福祉課,/,
  );
  expect((await read('kato', 'minutesCsv')).trim().split('\r\n')).toHaveLength(1);
});

it('the next meeting, convened long before, has it as unfinished, and the first minutes to confirm', async () => {
  second = await meetingOf(people.sato, series.id, on(14));
  expect(backOn(second)).toEqual([
    ['MINUTES', '第1回の会議録の確認', 'UNCONFIRMED', null],
    ['CARRIED_TASK', '週に一度訪問する', 'UNFINISHED', null],
  ]);
});

it('by the day its deadline has passed: it is there with that as its reason, for those who may know, and for nobody else', async () => {
  await house.travel(13);
  people = await circleOf(house);
  const { sato, takahashi, kato, watanabe } = people;
  second = await sato.do('openSession', { sessionId: second.id, version: second.version }, 'id version');
  const late = ['CARRIED_TASK', '週に一度訪問する', 'OVERDUE', null];
  expect(backOn(await meeting(takahashi, second.id))).toContainEqual(late);
  for (const other of [kato, watanabe])
    expect(backOn(await meeting(other, second.id))).toEqual([['MINUTES', '第1回の会議録の確認', 'UNCONFIRMED', null]]);
  const { version } = (await takahashi.ask('query ($id: Uuid!) { task(id: $id) { version } }', { id: task.id })).task;
  await takahashi.do('completeTask', { taskId: task.id, version, result: '訪問を始めた' });
  await settled(sato, second.id);
  expect(backOn(await meeting(takahashi, second.id))).toContainEqual([...late.slice(0, 3), 'NOTED']);
});

it('the manager of the host sees it: promised and held, what came back, what was done and how late', async () => {
  const nakamura = await house.person('nakamura');
  const query = `query ($id: Uuid!, $from: CalendarDate!, $to: CalendarDate!) { meetingMonitor(seriesId: $id, fromOn: $from, toOn: $to) {
    held withoutMandatory decisionsPerItem cadence { promised held }
    sessions { status items cameBack decided carriedOver decisions doneInTime doneLate overdue mandatoryCame }
    decisions { what task { status cameBack { because outcome session { number } } } } } }`;
  const variables = { id: series.id, from: inDays(-40), to: inDays(80) };
  const { meetingMonitor: monitor } = await nakamura.ask(query, variables);
  expect(monitor).toMatchObject({
    held: 2,
    withoutMandatory: 0,
    sessions: [
      { status: 'CLOSED', items: 1, cameBack: 0, decided: 1, decisions: 1, doneInTime: 0, doneLate: 1, overdue: 0, mandatoryCame: null },
      { status: 'CLOSED', items: 2, cameBack: 2, decided: 0, carriedOver: 0, decisions: 0 },
    ],
    decisions: [
      { what: '週に一度訪問する', task: { status: 'DONE', cameBack: [{ because: 'OVERDUE', outcome: 'NOTED', session: { number: 2 } }] } },
    ],
  });
  expect(monitor.decisionsPerItem).toBeCloseTo(1 / 3);
  expect(monitor.cadence.every(({ promised }: Json) => promised === 2)).toBe(true);
  expect(monitor.cadence.reduce((sum: number, one: Json) => sum + one.held, 0)).toBe(2);
  const kobayashi = await house.person('kobayashi');
  await expect(kobayashi.ask(query, variables)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
