import type { Json } from '../../src/commands/scenario/person.js';
import { at, opened, refusedBy, session } from '../support/conference.js';
import { lastInInbox } from '../support/family.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { assemble, type Team } from '../support/team.js';

/*
 * A mother wants work; 鈴木, the single-parent support worker, plans the way to it with her. The plan is put to a meeting, returned, improved,
 * approved; its steps are everybody's tasks. A visit by the nurse changes what comes first. At the end it is evaluated, and looked after.
 */

let house: House;
let team: Team;

beforeAll(async () => {
  house = await House.open();
  team = await assemble(house);
});
afterAll(() => house.close());

const PLAN =
  'id version status evaluation itemId reviewOn approvedAt steps { kind position what dueOn task { id status staffId } } reason { body }';
const step = (what: string, owner: object, days: number) => ({ what, owner, dueOn: inDays(days) });
const draft = (more: object = {}) => ({
  caseId: team.caseId,
  kind: 'EMPLOYMENT_SUPPORT_PLAN',
  category: 'EMPLOYMENT',
  goal: '事務の仕事に就き、日勤で働く',
  startsOn: inDays(0),
  endsOn: inDays(180),
  reviewOn: inDays(60),
  steps: [
    step('求人を三件選ぶ', { kind: 'STAFF', staffId: team.people.watanabe.staffId }, 14),
    step('職務経歴書を書く', { kind: 'CLIENT', agencyId: team.agencies.centre }, 21),
  ],
  ...more,
});
const read = async (planId: string): Promise<Json> =>
  (await (await house.person('suzuki')).ask(`query ($id: Uuid!) { plan(planId: $id) { ${PLAN} } }`, { id: planId })).plan;

let planId: string;
let sessionId: string;
let itemId: string;

it('is drafted by whoever plans with the client, and read by those whose work needs it', async () => {
  const { suzuki, watanabe, ito } = team.people;
  const plan = await suzuki.do('draftPlan', draft(), PLAN);
  planId = plan.id;
  expect(plan).toMatchObject({
    status: 'DRAFT',
    steps: [
      { position: 1, task: null },
      { position: 2, task: null },
    ],
  });
  const of = 'query ($id: Uuid!) { case(id: $id) { plans { id } } }';
  expect((await watanabe.ask(of, { id: team.caseId })).case.plans).toEqual([{ id: planId }]);
  expect((await ito.ask(of, { id: team.caseId })).case.plans).toEqual([]);
});

it('is put to a meeting, which returns it with what is missing', async () => {
  const { sato, suzuki } = team.people;
  ({ id: sessionId } = await opened(team.people, team.caseId, ['suzuki', 'watanabe', 'ito']));
  const item = await suzuki.do('putPlanToMeeting', { planId, version: 1, sessionId }, 'id what purpose category');
  expect(item).toMatchObject({ what: '就労支援プランの決定', purpose: 'PLAN_APPROVAL', category: 'EMPLOYMENT' });
  itemId = item.id;
  const returned = { planId, version: 2, itemId, decision: 'RETURNED', reason: '保育の手当てが入っていない' };
  await sato.do('decideOnPlan', returned, PLAN);
  expect(await read(planId)).toMatchObject({
    status: 'RETURNED',
    reason: { body: '保育の手当てが入っていない' },
    steps: [{ task: null }, { task: null }],
  });
  expect((await lastInInbox(suzuki)).kind).toBe('plan.returned');
});

it('is improved and approved, and each step is offered to its owner', async () => {
  const { sato, suzuki, watanabe } = team.people;
  const { goal, startsOn, endsOn, reviewOn, steps } = draft();
  const improved = {
    goal,
    startsOn,
    endsOn,
    reviewOn,
    steps: [...steps, step('保育園の申込みを一緒に行う', { kind: 'STAFF', staffId: suzuki.staffId }, 10)],
  };
  await suzuki.do('revisePlan', { planId, version: 3, ...improved }, PLAN);
  const { id: again } = await suzuki.do('putPlanToMeeting', { planId, version: 4, sessionId });
  const approved = await sato.do('decideOnPlan', { planId, version: 5, itemId: again, decision: 'APPROVED' }, PLAN);
  expect(approved).toMatchObject({ status: 'APPROVED', reason: null });
  expect(approved.steps.map(({ what, task }: Json) => [what, task.status, task.staffId])).toEqual([
    ['求人を三件選ぶ', 'OFFERED', watanabe.staffId],
    ['職務経歴書を書く', 'ACCEPTED', null],
    ['保育園の申込みを一緒に行う', 'OFFERED', suzuki.staffId],
  ]);
  const { today } = await watanabe.ask('{ today { tasksOffered { what } } }');
  expect(today.tasksOffered).toContainEqual({ what: '求人を三件選ぶ' });
  const items = (await session(sato, sessionId)).agenda.filter(({ outcome }: Json) => outcome === 'DECIDED');
  expect(items).toHaveLength(2);
});

it('stays as it was agreed: not even the database rewrites it', async () => {
  await expect(house.behind('update support_plan set goal = $2 where id = $1', [planId, '別の目標'])).rejects.toThrow(/approved/);
});

it('gives way to daily life when the nurse reports what she saw, and everyone learns why', async () => {
  const { sato, ito, watanabe } = team.people;
  const visit = { caseId: team.caseId, category: 'LIFE', kind: 'OBSERVATION', body: '洗濯物と食器が積み上がり、朝起きられない' };
  const record = await ito.do('writeRecord', visit);
  await sato.do('changePriority', { caseId: team.caseId, priority: 'EMPLOYMENT', reason: '本人の希望' });
  const changed = await sato.do(
    'changePriority',
    { caseId: team.caseId, priority: 'DAILY_LIFE', reason: '訪問の報告を受け、就業より先に生活を支える', recordId: record.id },
    'priority report { body } reason { body }',
  );
  expect(changed).toMatchObject({ priority: 'DAILY_LIFE', report: { body: visit.body } });
  const seen = await watanabe.ask(
    'query ($id: Uuid!) { case(id: $id) { priority { priority recordId report { body } reason { body } } priorityTerms { priority } } }',
    {
      id: team.caseId,
    },
  );
  expect(seen.case.priority).toEqual({
    priority: 'DAILY_LIFE',
    recordId: record.id,
    report: null,
    reason: { body: '訪問の報告を受け、就業より先に生活を支える' },
  });
  expect(seen.case.priorityTerms).toHaveLength(2);
  expect(await lastInInbox(watanabe)).toMatchObject({
    kind: 'priority.changed',
    sentence: expect.stringContaining('put daily life first'),
  });
});

it('waits for whoever answers for it on the day of its review, and goes on', async () => {
  const planned = async () => (await (await house.person('suzuki')).ask('{ today { plansToReview { id } } }')).today.plansToReview;
  expect(await planned()).toEqual([]);
  await house.travel(60);
  expect(await planned()).toEqual([{ id: planId }]);
  const { version } = await read(planId);
  await (await house.person('suzuki')).do('reviewPlan', { planId, version, findings: '応募を二件した', nextOn: inDays(120) }, PLAN);
  expect(await planned()).toEqual([]);
});

it('is amended by another, which takes its place once a meeting agrees', async () => {
  const [sato, suzuki] = [await house.person('sato'), await house.person('suzuki')];
  const amendment = await suzuki.do(
    'draftPlan',
    draft({
      amendsId: planId,
      goal: '短時間の仕事から始める',
      reviewOn: inDays(120),
      steps: [step('短時間の求人を探す', { kind: 'AGENCY', agencyId: team.agencies.hellowork }, 90)],
    }),
    PLAN,
  );
  expect(
    await refusalOf(
      suzuki.do(
        'draftPlan',
        draft({
          amendsId: planId,
          reviewOn: inDays(120),
          steps: amendment.steps.map(() => step('x', { kind: 'STAFF', staffId: suzuki.staffId }, 90)),
        }),
      ),
    ),
  ).toMatchObject({
    code: 'CONFLICT',
    message: 'An amendment of this plan has been drafted already.',
  });
  const { id: item } = await suzuki.do('putPlanToMeeting', { planId: amendment.id, version: 1, sessionId });
  const approved = await sato.do('decideOnPlan', { planId: amendment.id, version: 2, itemId: item, decision: 'APPROVED' }, PLAN);
  expect(approved.steps[0].task).toMatchObject({ status: 'OFFERED', staffId: null });
  expect((await read(planId)).status).toBe('AMENDED');
  planId = amendment.id;
});

it('is evaluated at its end, and looked after', async () => {
  const suzuki = await house.person('suzuki');
  const { version } = await read(planId);
  const aftercare = [step('一か月後に電話する', { kind: 'STAFF', staffId: suzuki.staffId }, 95)];
  const ended = await suzuki.do(
    'evaluatePlan',
    { planId, version, evaluation: 'ACHIEVED', findings: '週三日の仕事に就いた', aftercare },
    PLAN,
  );
  expect(ended).toMatchObject({ status: 'EVALUATED', evaluation: 'ACHIEVED', reason: { body: '週三日の仕事に就いた' } });
  expect(ended.steps.find(({ kind }: Json) => kind === 'AFTERCARE').task).toMatchObject({ status: 'ACCEPTED', staffId: suzuki.staffId });
});

describe('is refused', () => {
  const owner = () => ({ kind: 'STAFF', staffId: team.people.suzuki.staffId });
  const later = (more: object) => draft({ kind: 'SELF_RELIANCE_PLAN', reviewOn: inDays(90), steps: [step('x', owner(), 90)], ...more });

  it.each([
    ['a period that runs backwards', () => later({ endsOn: inDays(-1) }), 'input.endsOn', 'OUT_OF_ORDER'],
    ['a review after its end', () => later({ reviewOn: inDays(181) }), 'input.reviewOn', 'OUT_OF_ORDER'],
    ['a review that lies in the past', () => later({ reviewOn: inDays(10) }), 'input.reviewOn', 'IN_THE_PAST'],
    ['no step', () => later({ steps: [] }), 'input.steps', 'REQUIRED'],
    [
      'a step for somebody without a seat',
      () => later({ steps: [step('x', { kind: 'STAFF', staffId: team.people.nakamura.staffId }, 90)] }),
      'input.steps.0.owner.staffId',
      'UNKNOWN',
    ],
    ['a step that is due already', () => later({ steps: [step('x', owner(), -1)] }), 'input.steps.0.dueOn', 'IN_THE_PAST'],
  ])('with %s', async (_, input, path, code) => {
    expect(await refusedBy(house, await house.person('suzuki'), 'draftPlan', input())).toMatchObject(at(path, code));
  });

  it('to those who do not write in its category, and once it has ended', async () => {
    const [ito, suzuki] = [await house.person('ito'), await house.person('suzuki')];
    expect(await refusalOf(ito.do('draftPlan', later({})))).toMatchObject({ code: 'FORBIDDEN' });
    const { version } = await read(planId);
    expect(await refusalOf(suzuki.do('reviewPlan', { planId, version, findings: 'x', nextOn: inDays(130) }))).toMatchObject({
      code: 'CONFLICT',
    });
    const watanabe = await house.person('watanabe');
    expect(await refusalOf(watanabe.do('changePriority', { caseId: team.caseId, priority: 'HOUSING', reason: 'x' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const sato = await house.person('sato');
    expect(await refusalOf(sato.do('changePriority', { caseId: team.caseId, priority: 'DAILY_LIFE', reason: 'x' }))).toMatchObject({
      code: 'CONFLICT',
    });
  });
});
