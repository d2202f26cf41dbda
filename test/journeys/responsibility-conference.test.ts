import pg from 'pg';
import type { Json } from '../../src/commands/scenario/person.js';
import { headsIn, headsInMinutes } from '../../src/trail/heads.js';
import { verify, type Finding } from '../../src/trail/verify.js';
import { agencyIds, circleOf, closed, openedBy, opened, type Circle } from '../support/conference.js';
import { House, inDays } from '../support/house.js';

/* A conference on the first day; what it settled is resolved on the second; the case is closed on the third. */

let house: House;
let people: Circle;
let caseId: string;
let agencies: Record<string, string>;

const ASKED = `query ($on: CalendarDate!, $caseId: Uuid, $agencyId: Uuid, $staffId: Uuid) {
  responsibility(on: $on, caseId: $caseId, agencyId: $agencyId, staffId: $staffId) {
    keyPersons { staff { name } } seats { staff { name } } tasks { what ownerKind staff { name } agency { name } isUnaccepted }
    issues { what agency { name } status } roles { what staff { name } } gaps { kind held { what } } } }`;
const asOf = async (day: number, of: object = { caseId }): Promise<Json> =>
  (await people.sato.ask(ASKED, { on: inDays(day), ...of })).responsibility;
const gapsOn = async (day: number) => (await asOf(day)).gaps.map((gap: Json) => gap.kind);

async function travel(days: number): Promise<void> {
  await house.travel(days);
  people = await circleOf(house);
}

async function verified(heads: (client: pg.Client) => Promise<{ seq: number; hash: string }[]>): Promise<Finding> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  try {
    return await verify(client, await heads(client));
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  agencies = await agencyIds(people.sato);
  caseId = await openedBy(people.sato);
});
afterAll(() => house.close());

it('knows the agency of each issue, the part that each plays, and the pool and the client as owners', async () => {
  const { sato, takahashi } = people;
  expect(await gapsOn(0)).toEqual([]);
  const session = await opened(people, caseId, ['takahashi', 'ito']);
  const sessionId = session.id;
  const named = { sessionId, what: '生活リズムが整っていない', category: 'LIFE', agencyId: agencies['健康課'] };
  const issue = await takahashi.do('nameIssue', named);
  await sato.do('assignIssue', { issueId: issue.id, version: issue.version, agencyId: agencies['生活福祉課'], reason: '訪問を続けるため' });
  await sato.do('allocateRole', { sessionId, staffId: takahashi.staffId, role: '連絡係' });
  await sato.do('allocateRole', { sessionId, staffId: takahashi.staffId, role: '家庭訪問を担う' });
  const decision = { itemId: session.agenda[0].id, category: 'LIFE', dueOn: inDays(10) };
  const pool = { kind: 'AGENCY', agencyId: agencies['生活福祉課'] };
  const client = { kind: 'CLIENT', agencyId: agencies['健康課'] };
  await sato.do('decide', { ...decision, what: '週一回訪問する', owner: pool });
  await sato.do('decide', { ...decision, what: '朝食をとる', owner: client });

  expect(await gapsOn(0)).toEqual(['UNACCEPTED', 'NO_NEXT_APPOINTMENT']);
  await closed(sato, sessionId);
  const answer = await asOf(0);
  expect(answer.issues).toEqual([{ what: '生活リズムが整っていない', agency: { name: '生活福祉課' }, status: 'OPEN' }]);
  expect(answer.roles).toEqual([{ what: '家庭訪問を担う', staff: { name: '高橋 健一' } }]);
  expect(answer.tasks).toEqual([
    { what: '週一回訪問する', ownerKind: 'AGENCY', staff: null, agency: { name: '生活福祉課' }, isUnaccepted: true },
    { what: '朝食をとる', ownerKind: 'CLIENT', staff: null, agency: { name: '健康課' }, isUnaccepted: false },
  ]);
  expect(answer.gaps).toEqual([
    { kind: 'UNACCEPTED', held: { what: '週一回訪問する' } },
    { kind: 'NO_NEXT_SESSION', held: null },
    { kind: 'NO_NEXT_APPOINTMENT', held: null },
  ]);
  const ofAgency = await asOf(0, { agencyId: agencies['生活福祉課'] });
  expect([ofAgency.tasks, ofAgency.issues, ofAgency.roles].map((list) => list.length)).toEqual([1, 1, 1]);
  expect(ofAgency.gaps.map((gap: Json) => gap.kind)).toEqual(['UNACCEPTED']);
});

it('holds nobody to what was resolved, and lets a closed case bind nobody', async () => {
  await travel(1);
  const { sato, takahashi, ito } = people;
  const query = 'query ($id: Uuid!) { case(id: $id) { version openTasks { id version what ownerKind } issues { id version } } }';
  const { case: now } = await sato.ask(query, { id: caseId });
  await takahashi.do('resolveIssue', { issueId: now.issues[0].id, version: now.issues[0].version, result: '朝の訪問が習慣になった' });
  for (const { id, version, ownerKind } of now.openTasks) {
    const owner = ownerKind === 'CLIENT' ? ito : takahashi;
    const taken = ownerKind === 'CLIENT' ? { version } : await owner.do('acceptTask', { taskId: id, version });
    await owner.do('completeTask', { taskId: id, version: taken.version, result: '続けられている' });
  }
  expect((await asOf(0)).tasks).toHaveLength(2);
  expect(await asOf(1)).toMatchObject({ tasks: [], issues: [], gaps: [], roles: [{ what: '家庭訪問を担う' }] });

  await travel(2);
  await people.sato.do('closeCase', { caseId, version: now.version, reason: '目標を達した' });
  expect(await asOf(1)).toMatchObject({ keyPersons: [{ staff: { name: '佐藤 恵' } }], roles: [{ what: '家庭訪問を担う' }] });
  expect(await asOf(2)).toMatchObject({ keyPersons: [], tasks: [], issues: [], roles: [], gaps: [] });
  expect((await asOf(2)).seats).toHaveLength(3);
});

it('left heads of the trail in the minutes and in whatever was exported, and the trail still meets them', async () => {
  expect(await verified(headsInMinutes)).toMatchObject({ sound: true, compared: 1 });
  const { trailCsv } = await people.sato.ask('query ($id: Uuid!) { trailCsv(caseId: $id) }', { id: caseId });
  const kept = headsIn(trailCsv);
  expect(kept.length).toBeGreaterThan(20);
  expect(await verified(async () => kept)).toMatchObject({ sound: true, compared: kept.length });
  expect(await verified(async () => [{ ...kept[3]!, hash: kept[4]!.hash }])).toMatchObject({
    sound: false,
    seq: kept[3]!.seq,
    fault: 'REWRITTEN',
  });
});
