import type { Json } from '../../src/commands/scenario/person.js';
import { agencyIds, circleOf, closed, confirmationOf, opened, openedBy, session, summons, type Circle } from '../support/conference.js';
import { House, inDays } from '../support/house.js';

/* A conference meets again at a milestone, and what is unfinished comes back by itself, with its reason. */

let house: House;
let people: Circle;
let caseId: string;
let first: Json;
let third: Json;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  caseId = await openedBy(people.sato);
});
afterAll(() => house.close());

const task = (who: keyof Circle, id: string): Promise<Json> =>
  people[who].ask('query ($id: Uuid!) { task(id: $id) { id version status } }', { id }).then((answer) => answer.task);
const agenda = (items: Json[]) => items.map(({ kind, what, because }) => [kind, what, because]);
/** As far from now as the house has travelled. */
const later = { startsAt: `${inDays(21)}T01:00:00Z`, endsAt: `${inDays(21)}T02:00:00Z` };

it('ends a first session with things done, declined, overdue, unanswered and open', async () => {
  const { sato, takahashi, watanabe } = people;
  first = await opened(people, caseId, ['takahashi', 'ito', 'watanabe'], {
    questions: [
      { what: '生活の立て直し', category: 'LIFE' },
      { what: '仕事をいつ探し始めるか', category: 'EMPLOYMENT' },
    ],
  });
  const [life, work] = first.agenda;
  const decided = (what: string, who: keyof Circle, category: string, days: number) =>
    sato.do<Json>(
      'decide',
      { itemId: life.id, what, category, owner: { kind: 'STAFF', staffId: people[who].staffId }, dueOn: inDays(days) },
      'task { id version }',
    );
  const visit = await decided('週に一度訪問する', 'takahashi', 'LIFE', 10);
  const checkup = await decided('健診に誘う', 'ito', 'CHILD', 60);
  const desk = await decided('窓口を案内する', 'watanabe', 'EMPLOYMENT', 60);
  const papers = await decided('書類をそろえる', 'takahashi', 'INCOME', 60);
  await takahashi.do('acceptTask', { taskId: visit.task.id, version: visit.task.version });
  await takahashi.do('acceptTask', { taskId: papers.task.id, version: papers.task.version });
  const going = await task('takahashi', papers.task.id);
  await takahashi.do('completeTask', { taskId: going.id, version: going.version, result: 'そろった' });
  await watanabe.do('declineTask', { taskId: desk.task.id, version: desk.task.version, reason: '求職登録がまだのため' });
  await takahashi.do('nameIssue', {
    sessionId: first.id,
    what: '生活リズム',
    category: 'LIFE',
    agencyId: (await agencyIds(sato))['生活福祉課'],
  });
  await sato.do('settleItem', { itemId: work.id, version: work.version, outcome: 'CARRIED_OVER', note: '生活が整ってから' });
  await closed(sato, first.id);
  for (const who of ['sato', 'takahashi'] as const) await people[who].do('confirmMinutes', await confirmationOf(people[who], first.id));
  expect((await task('ito', checkup.task.id)).status).toBe('OFFERED');
});

it('brings back, three weeks later, all that is unfinished, each with its reason, before any new question', async () => {
  await house.travel(20);
  people = await circleOf(house);
  const { sato } = people;
  const again = summons(people, caseId, ['takahashi'], { ...later, questions: [{ what: '学校との連絡', category: 'CHILD' }] });
  const second = await sato.do('conveneSession', again, 'id version number agenda { kind what because fromId category }');
  expect(second.number).toBe(2);
  expect(agenda(second.agenda)).toEqual([
    ['MINUTES', '第1回カンファレンスの会議録の確認', 'UNCONFIRMED'],
    ['CARRIED_TASK', '週に一度訪問する', 'OVERDUE'],
    ['CARRIED_TASK', '健診に誘う', 'UNACCEPTED'],
    ['CARRIED_TASK', '窓口を案内する', 'DECLINED'],
    ['CARRIED_ISSUE', '生活リズム', 'UNRESOLVED'],
    ['CARRIED_ITEM', '仕事をいつ探し始めるか', 'CARRIED_OVER'],
    ['QUESTION', '学校との連絡', null],
  ]);
  const carried = await house.behind(
    "select data ->> 'because' as because from trail where case_id = $1 and kind = 'agenda.item-carried' order by seq",
    [caseId],
  );
  expect(carried.map((entry) => entry.because)).toEqual(['UNCONFIRMED', 'OVERDUE', 'UNACCEPTED', 'DECLINED', 'UNRESOLVED', 'CARRIED_OVER']);

  const navigator = (await people.watanabe.ask('query ($id: Uuid!) { case(id: $id) { sessions { agenda { what } } } }', { id: caseId }))
    .case;
  expect(navigator.sessions[0].agenda.map((item: Json) => item.what)).toEqual([
    '第1回カンファレンスの会議録の確認',
    '窓口を案内する',
    '仕事をいつ探し始めるか',
  ]);
  await sato.do('cancelSession', { sessionId: second.id, version: second.version, reason: '台風のため' });
});

it('keeps the questions of a session that was cancelled, and everything that it had carried', async () => {
  const { sato } = people;
  const again = summons(people, caseId, ['takahashi', 'ito', 'watanabe'], { ...later, questions: [] });
  third = await sato.do('conveneSession', again, 'id version number agenda { id version kind what because }');
  expect(third.number).toBe(3);
  expect(agenda(third.agenda).map(([, what, because]) => [what, because])).toEqual([
    ['第1回カンファレンスの会議録の確認', 'UNCONFIRMED'],
    ['週に一度訪問する', 'OVERDUE'],
    ['健診に誘う', 'UNACCEPTED'],
    ['窓口を案内する', 'DECLINED'],
    ['生活リズム', 'UNRESOLVED'],
    ['仕事をいつ探し始めるか', 'CARRIED_OVER'],
    ['学校との連絡', 'CANCELLED'],
  ]);
});

it('brings a thing back once, however it is carried: not what was noted, and not twice what is still open', async () => {
  const { sato, ito, watanabe } = people;
  const open = await sato.do('openSession', { sessionId: third.id, version: third.version }, 'id version agenda { id version what }');
  for (const { id, version, what } of open.agenda) {
    if (['健診に誘う', '仕事をいつ探し始めるか'].includes(what))
      await sato.do('settleItem', { itemId: id, version, outcome: 'CARRIED_OVER', note: '次回もう一度' });
  }
  await closed(sato, third.id);
  for (const person of [ito, watanabe]) await person.do('confirmMinutes', await confirmationOf(person, first.id));
  for (const who of ['sato', 'takahashi', 'ito', 'watanabe'] as const)
    await people[who].do('confirmMinutes', await confirmationOf(people[who], third.id));
  const { id } = await sato.do('conveneSession', summons(people, caseId, ['ito'], { ...later, questions: [] }));
  expect(agenda((await session(sato, id)).agenda)).toEqual([
    ['CARRIED_TASK', '週に一度訪問する', 'OVERDUE'],
    ['CARRIED_TASK', '健診に誘う', 'UNACCEPTED'],
    ['CARRIED_ISSUE', '生活リズム', 'UNRESOLVED'],
    ['CARRIED_ITEM', '仕事をいつ探し始めるか', 'CARRIED_OVER'],
  ]);
});
