import { House, inDays, refusalOf } from '../support/house.js';
import { openedBy } from '../support/conference.js';
import { assemble, type Team } from '../support/team.js';

let house: House;
let team: Team;
beforeAll(async () => {
  house = await House.open();
  team = await assemble(house);
});
afterAll(() => house.close());

const WHOLE =
  'id version status ownerKind staffId agencyId dueOn isOverdue isUnaccepted answeredAt finishedAt result { body } reason { body }';
const task = (more: object) => ({ caseId: team.caseId, category: 'LIFE', what: '家庭訪問をする', dueOn: inDays(7), ...more });
const staff = ({ staffId }: { staffId: string }) => ({ kind: 'STAFF', staffId });
const pool = (agencyId: string) => ({ kind: 'AGENCY', agencyId });
const waitsFor = (login: keyof Team['people'], list: string) =>
  team.people[login].ask(`{ today { ${list} { id } } }`).then(({ today }) => today[list].map((row: { id: string }) => row.id));

it('goes from the key person to a caseworker, who accepts, starts and reports what came of it', async () => {
  const { sato, takahashi } = team.people;
  const offered = await sato.do('offerTask', task({ owner: staff(takahashi) }), WHOLE);
  expect(offered).toMatchObject({ status: 'OFFERED', staffId: takahashi.staffId, agencyId: team.agencies.assistance, isUnaccepted: true });
  expect(await waitsFor('takahashi', 'tasksOffered')).toContain(offered.id);

  const accepted = await takahashi.do('acceptTask', { taskId: offered.id, version: offered.version }, WHOLE);
  expect(accepted).toMatchObject({ status: 'ACCEPTED', isUnaccepted: false, answeredAt: expect.any(String) });
  expect(await waitsFor('takahashi', 'tasksOffered')).not.toContain(offered.id);
  expect(await waitsFor('takahashi', 'tasksDue')).toContain(offered.id);

  const started = await takahashi.do('startTask', { taskId: offered.id, version: accepted.version }, WHOLE);
  expect(started.status).toBe('IN_PROGRESS');
  const result = '部屋の片付けが進まず、生活支援が先に必要。';
  const done = await takahashi.do('completeTask', { taskId: offered.id, version: started.version, result }, WHOLE);
  expect(done).toMatchObject({ status: 'DONE', result: { body: result }, finishedAt: expect.any(String) });
  expect(await waitsFor('takahashi', 'tasksDue')).not.toContain(offered.id);
});

it('begins accepted when someone takes it on themselves', async () => {
  const { suzuki } = team.people;
  expect(await suzuki.do('offerTask', task({ owner: staff(suzuki) }), WHOLE)).toMatchObject({ status: 'ACCEPTED' });
});

it('lies in the pool of an agency until one of its people takes it', async () => {
  const { sato, suzuki, takahashi } = team.people;
  const offered = await sato.do('offerTask', task({ owner: pool(team.agencies.centre) }), WHOLE);
  expect(offered).toMatchObject({ ownerKind: 'AGENCY', staffId: null, status: 'OFFERED' });
  expect(await waitsFor('suzuki', 'tasksOffered')).toContain(offered.id);
  expect(await waitsFor('takahashi', 'tasksOffered')).not.toContain(offered.id);
  expect(await refusalOf(takahashi.do('acceptTask', { taskId: offered.id, version: 1 }))).toMatchObject({ code: 'FORBIDDEN' });

  const taken = await suzuki.do('acceptTask', { taskId: offered.id, version: offered.version }, WHOLE);
  expect(taken).toMatchObject({ ownerKind: 'AGENCY', staffId: suzuki.staffId, agencyId: team.agencies.centre, status: 'ACCEPTED' });
  expect(await waitsFor('suzuki', 'tasksDue')).toContain(offered.id);
  expect(await waitsFor('kato', 'tasksOffered')).not.toContain(offered.id);
});

it('is taken from the pool by exactly one of two colleagues who reach for it at once', async () => {
  const { sato, suzuki, kato } = team.people;
  const { id: taskId, version } = await sato.do('offerTask', task({ owner: pool(team.agencies.centre) }));
  const answers = await Promise.allSettled([suzuki, kato].map((person) => person.do('acceptTask', { taskId, version }, WHOLE)));
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
  expect(answers.find((answer) => answer.status === 'rejected')?.reason).toMatchObject({ code: 'CONFLICT' });
});

it('is agreed with the client, and the agency that follows up reports', async () => {
  const { sato, watanabe, ito } = team.people;
  const owner = { kind: 'CLIENT', agencyId: team.agencies.hellowork };
  const agreed = await sato.do('offerTask', task({ category: 'EMPLOYMENT', what: 'ハローワークに登録する', owner }), WHOLE);
  expect(agreed).toMatchObject({ ownerKind: 'CLIENT', staffId: null, agencyId: team.agencies.hellowork, status: 'ACCEPTED' });
  expect(await waitsFor('watanabe', 'clientTasks')).toEqual([agreed.id]);
  expect(await refusalOf(sato.do('completeTask', { taskId: agreed.id, version: 1, result: '登録した' }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await refusalOf(ito.do('completeTask', { taskId: agreed.id, version: 1, result: '登録した' }))).toMatchObject({
    code: 'NOT_FOUND',
  });
  const done = await watanabe.do('completeTask', { taskId: agreed.id, version: agreed.version, result: '本人が登録した。' }, WHOLE);
  expect(done.status).toBe('DONE');
});

it('stays visible when it is declined, until the key person gives it to someone else', async () => {
  const { sato, takahashi, kato } = team.people;
  const { id: taskId, version } = await sato.do('offerTask', task({ owner: staff(takahashi) }));
  const declined = await takahashi.do('declineTask', { taskId, version, reason: '担当地区が違う。' }, WHOLE);
  expect(declined).toMatchObject({ status: 'DECLINED', reason: { body: '担当地区が違う。' } });
  expect(await waitsFor('sato', 'tasksDeclined')).toEqual([taskId]);

  const again = await sato.do(
    'reassignTask',
    { taskId, version: declined.version, owner: staff(kato), reason: '地区の担当に替える。' },
    WHOLE,
  );
  expect(again).toMatchObject({ status: 'OFFERED', staffId: kato.staffId, agencyId: team.agencies.centre, answeredAt: null });
  expect(await waitsFor('kato', 'tasksOffered')).toContain(taskId);
  expect(await waitsFor('sato', 'tasksDeclined')).toEqual([]);
});

it('is withdrawn with a reason by whoever offered it, and not by its owner', async () => {
  const { suzuki, takahashi } = team.people;
  const { id: taskId, version } = await suzuki.do('offerTask', task({ owner: staff(takahashi) }));
  const withdrawal = { taskId, version, reason: '転居で不要になった。' };
  expect(await refusalOf(takahashi.do('withdrawTask', withdrawal))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await suzuki.do('withdrawTask', withdrawal, WHOLE)).toMatchObject({ status: 'WITHDRAWN', finishedAt: expect.any(String) });
});

it('is reassigned by a manager within their own agencies, and not beyond them', async () => {
  const { sato, kato, suzuki, takahashi, nakamura, kobayashi } = team.people;
  const { id: taskId, version } = await sato.do('offerTask', task({ owner: staff(kato) }));
  const to = (owner: object) => ({ taskId, version, owner, reason: '業務量を調整する。' });
  expect(await refusalOf(kobayashi.do('reassignTask', to(staff(takahashi))))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusalOf(nakamura.do('reassignTask', to(staff(takahashi))))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await nakamura.do('reassignTask', to(staff(suzuki)), WHOLE)).toMatchObject({ status: 'OFFERED', staffId: suzuki.staffId });
});

it('is listed by case, state, owner and lateness, for those who may see it and nobody else', async () => {
  const { takahashi, watanabe } = team.people;
  const seen = (person: Team['people']['sato'], args: string) => person.ask(`{ tasks(${args}) { staffId status category } }`);
  const mine = await seen(takahashi, `caseId: "${team.caseId}", status: DONE, ownedByMe: true`);
  expect(mine.tasks).toEqual([{ staffId: takahashi.staffId, status: 'DONE', category: 'LIFE' }]);
  expect((await seen(takahashi, 'overdue: true')).tasks).toEqual([]);
  expect((await seen(watanabe, 'first: 500')).tasks).toEqual([{ staffId: null, status: 'DONE', category: 'EMPLOYMENT' }]);
});

it('shows as overdue and as unaccepted once its day has passed', async () => {
  const { sato, takahashi, ito } = team.people;
  const late = await sato.do('offerTask', task({ owner: staff(takahashi), dueOn: inDays(1) }), WHOLE);
  const carried = await sato.do('offerTask', task({ category: 'CHILD', owner: staff(ito), dueOn: inDays(2) }), WHOLE);
  await ito.do('acceptTask', { taskId: carried.id, version: carried.version });
  await house.travel(5);
  const [satoLater, itoLater] = await Promise.all([house.person('sato'), house.person('ito')]);
  const asked = `{ tasks(overdue: true, caseId: "${team.caseId}") { id isOverdue isUnaccepted } }`;
  expect((await satoLater.ask(asked)).tasks).toEqual([
    { id: late.id, isOverdue: true, isUnaccepted: true },
    { id: carried.id, isOverdue: true, isUnaccepted: false },
  ]);
  expect((await itoLater.ask('{ today { tasksDue { id isOverdue } } }')).today.tasksDue[0]).toEqual({ id: carried.id, isOverdue: true });
  await house.travel(0);
});

it('is counted in the tally of its case for those who see it, and the case that has to be looked at first comes first', async () => {
  const { sato, watanabe } = team.people;
  const quiet = await openedBy(sato, '静か');
  const urgent = await openedBy(sato, '急ぎ');
  await sato.do('offerTask', task({ caseId: urgent, owner: staff(sato), dueOn: inDays(0) }));
  const counted =
    '{ cases(order: NEXT_DUE) { id taskTally { open overdue nextDueOn } } tasks(unfinished: true, first: 500) { caseId dueOn } }';
  const [all, some] = [await sato.ask(counted), await watanabe.ask(counted)];
  for (const { cases, tasks } of [all, some])
    for (const { id, taskTally } of cases) {
      const days = tasks.filter(({ caseId }: { caseId: string }) => caseId === id).map(({ dueOn }: { dueOn: string }) => dueOn);
      expect(taskTally).toEqual({ open: days.length, overdue: 0, nextDueOn: days.sort()[0] ?? null });
    }
  expect(all.cases.map(({ id }: { id: string }) => id)).toEqual([urgent, team.caseId, quiet]);
  const [ofAll, ofSome] = [all, some].map(({ cases }) => cases.find(({ id }: { id: string }) => id === team.caseId).taskTally.open);
  expect(ofSome).toBeLessThan(ofAll);
});
