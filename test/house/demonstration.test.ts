import { Person, type Json } from '../../src/commands/scenario/person.js';
import { fillEmpty, type SignIns } from '../../src/demo/fill-empty.js';
import { castOf } from '../../src/demo/actor.js';
import { fillCases } from '../../src/demo/cases.js';
import { fillMeetings } from '../../src/demo/meetings.js';
import { DEMO_PEOPLE } from '../../src/demo/people.js';
import { House } from '../support/house.js';

let house: House;
beforeAll(async () => void (house = await House.open()));
afterAll(() => house.close());

const WAITING = `{ today { tasksOffered { id } tasksDue { id } clientTasks { id } tasksDeclined { id } postponementsToAnswer { id }
  handoversOffered { id } invitations { id } sessionsAhead { id } minutesToConfirm { id } } }`;

it('shows four families at different stages, and something that waits for everyone who works with families', async () => {
  await fillCases(await castOf(house.app.spine));
  const cases = await house.behind('select status, count(*)::int as cases from support_case group by status order by status');
  expect(cases).toEqual([
    { status: 'CLOSED', cases: 1 },
    { status: 'OPEN', cases: 3 },
  ]);
  for (const { login } of DEMO_PEOPLE.filter((person) => !['yamada', 'ota'].includes(person.login))) {
    const { today } = await (await house.person(login)).ask(WAITING);
    expect({ login, waiting: Object.values(today).flat().length }).not.toEqual({ login, waiting: 0 });
  }
});

it('shows regular meetings of the main kinds, with days ahead, caseloads and an agenda over several families', async () => {
  await fillMeetings(await castOf(house.app.spine));
  const { meetingSeries } = await (
    await house.person('takahashi')
  ).ask('{ meetingSeries { name kind { code } planned { id } caseload { caseId } sessionsAhead { agenda { caseId } } } }');
  const ofKind = (code: string) => meetingSeries.find(({ kind }: Json) => kind.code === code);
  expect(meetingSeries.map(({ name }: Json) => name).sort()).toEqual([
    '就労ミーティング',
    '就労支援チーム会議',
    '情報交換会議',
    '支援調整会議',
  ]);
  expect(ofKind('TOSHIMA_EMPLOYMENT_MEETING').planned.length).toBeGreaterThan(20);
  const [ahead] = ofKind('KURUME_SUPPORT_ADJUSTMENT').sessionsAhead;
  expect(ahead.agenda.length).toBeGreaterThanOrEqual(2);
  const sees = await (await house.person('sato')).ask('{ meetingSeries { name } }');
  expect(sees.meetingSeries.map(({ name }: Json) => name).sort()).toEqual(['ケース会議', 'スケジュール調整会議']);
});

it('lets the nurse read her notes on a family with whom the navigator looks for work, and him only his own', async () => {
  const query = '{ cases { headline records { category } } }';
  const read = async (login: string) => {
    const { cases } = await (await house.person(login)).ask(query);
    return cases.find((one: Json) => one.headline.includes('短時間の仕事')).records.map((one: Json) => one.category);
  };
  expect((await read('ito')).sort()).toEqual(['HEALTH', 'HEALTH', 'LIFE']);
  expect(await read('watanabe')).toEqual(['EMPLOYMENT']);
});

it('touches nothing where there is anybody', async () => {
  const entries = async () => (await house.behind('select count(*)::int as entries from trail'))[0].entries;
  const before = await entries();
  const { people, administrator } = await fillEmpty(house.app.spine);
  expect({ people: people.length, administrator, entries: await entries() }).toEqual({
    people: DEMO_PEOPLE.length,
    administrator: null,
    entries: before,
  });
});

describe('a database without the demonstration', () => {
  let empty: House;
  let first: SignIns, second: SignIns;
  beforeAll(async () => {
    empty = await House.open();
    await empty.behind('truncate agency, staff, posting, account, session, inbox_cursor, support_case cascade');
    const spine = { ...empty.app.spine, config: { ...empty.app.spine.config, demo: false } };
    // Two processes that start at the same instant.
    [first, second] = await Promise.all([fillEmpty(spine), fillEmpty(spine)]);
  });
  afterAll(() => empty.close());

  it('gets one administrator, whose random password is told once', async () => {
    const told = [first, second].flatMap(({ administrator }) => administrator ?? []);
    expect(told).toHaveLength(1);
    expect(told[0]).toEqual({ login: 'admin', password: expect.stringMatching(/^[\w-]{20}$/) });
    expect([first, second].map(({ people }) => people)).toEqual([[], []]);
    expect(await empty.behind('select profession from posting')).toEqual([{ profession: 'SYSTEM_ADMINISTRATOR' }]);
  });

  it('lets them sign in and add the first department', async () => {
    const { login, password } = (first.administrator ?? second.administrator)!;
    const admin = await Person.signIn(empty.address, login, password);
    const { agencies } = await admin.ask('{ agencies { id kind } }');
    expect(agencies).toMatchObject([{ kind: 'MUNICIPALITY' }]);
    const department = { name: '子ども家庭部', kind: 'DEPARTMENT', parentId: agencies[0].id };
    expect(await admin.do('addAgency', department, 'name parent { kind }')).toEqual({
      name: '子ども家庭部',
      parent: { kind: 'MUNICIPALITY' },
    });
  });
});
