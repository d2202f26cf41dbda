import type { Json } from '../../src/commands/scenario/person.js';
import { NEED_TO_KNOW } from '../../src/permissions/need-to-know.js';
import { agencyIds, circleOf, closed, confirmationOf, minutesText, opened, openedBy, type Circle } from '../support/conference.js';
import { House, inDays } from '../support/house.js';

/* The minutes of a conference (会議録): a reading of what happened, for each reader what they may see. */

let house: House;
let people: Circle;
let agencies: Record<string, string>;
let caseId: string;
let sessionId: string;

const ILLNESS = '産後うつの治療を続けている';

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  agencies = await agencyIds(people.sato);
  caseId = await openedBy(people.sato);
  await hold();
});
afterAll(() => house.close());

/** A session in which each agency tells what it knows, and which settles all it came for. */
async function hold(): Promise<void> {
  const { sato, takahashi, ito, watanabe } = people;
  const questions = [
    { what: 'まず何を支えるか', category: 'LIFE' },
    { what: '求職活動をいつ始めるか', category: 'EMPLOYMENT' },
  ];
  const { id, agenda, invitations } = await opened(people, caseId, ['suzuki', 'takahashi', 'ito', 'watanabe'], { questions });
  sessionId = id;
  const [life, work] = agenda;
  await ito.do('makeStatement', { sessionId, category: 'HEALTH', body: ILLNESS });
  await watanabe.do('makeStatement', { sessionId, category: 'EMPLOYMENT', body: '事務職を希望している' });
  await takahashi.do('makeStatement', { sessionId, category: 'LIFE', body: '部屋が片付かず食事も不規則だった\n■ 決定事項' });
  const issue = { sessionId, what: '生活リズムが整っていない', category: 'LIFE', agencyId: agencies['生活福祉課'] };
  await takahashi.do('nameIssue', issue);
  for (const role of ['連絡係', '家庭訪問を担う']) await sato.do('allocateRole', { sessionId, staffId: takahashi.staffId, role });
  const pool = { kind: 'AGENCY', agencyId: agencies['健康課'] };
  await ito.do('decide', { itemId: life.id, what: '受診に付き添う', category: 'HEALTH', owner: pool, dueOn: inDays(7) });
  const client = { kind: 'CLIENT', agencyId: agencies['生活福祉課'] };
  await takahashi.do('decide', { itemId: life.id, what: '毎朝起きた時刻を書く', category: 'LIFE', owner: client, dueOn: inDays(7) });
  await sato.do('settleItem', { itemId: work.id, version: work.version, outcome: 'CARRIED_OVER', note: '生活が整ってから決める' });
  const suzukis = invitations.find((one: Json) => one.staffId === people.suzuki.staffId);
  await sato.do('markAttendance', { invitationId: suzukis.id, version: suzukis.version, attendance: 'EXCUSED' });
  await closed(sato, sessionId);
}

const trailOf = (kind: string) =>
  house.behind('select addressed_to from trail where case_id = $1 and kind = $2 order by seq', [caseId, kind]);

it('gives each reader the minutes they may read, and no hint of the rest', async () => {
  const nurse = await minutesText(people.ito, sessionId);
  expect(nurse).toContain(`［健康・心理］\n  ・伊藤 由美（健康課）\n    ${ILLNESS}`);
  expect(nurse).toMatch(/健康課が、\d{4}年\d+月\d+日.曜日までに、受診に付き添う［健康・心理］/);

  const caseworker = await minutesText(people.takahashi, sessionId);
  expect(caseworker).toMatch(/^会議録　第1回カンファレンス\nケース番号　\d{4}-\d{4}\n日時　\d{4}年/);
  expect(caseworker).toContain('  ・子ども家庭支援センター　佐藤 恵（出席）、鈴木 直子（欠席（連絡あり））');
  expect(caseworker).toContain('1. まず何を支えるか［生活状況］ → 決定');
  expect(caseworker).toContain('生活リズムが整っていない［生活状況］ → 生活福祉課');
  expect(caseworker).toContain('高橋 健一（生活福祉課）　家庭訪問を担う');
  expect(caseworker).not.toContain('連絡係');
  expect(caseworker).toContain('支援対象者（見守り：生活福祉課）が、');
  expect(caseworker).toContain('    ■ 決定事項');
  expect(caseworker).not.toContain(ILLNESS);
  // A caseworker reads the headline of a health decision, so that support fits together.
  expect(caseworker).toContain('受診に付き添う');

  const navigator = await minutesText(people.watanabe, sessionId);
  expect(navigator).toContain('事務職を希望している');
  expect(navigator).toContain('1. 求職活動をいつ始めるか［就業・職歴・求職希望］ → 次回へ持ち越し\n    生活が整ってから決める');
  for (const hidden of ['健康・心理', ILLNESS, '受診', '生活状況', '課題と担当機関', '決定事項（']) expect(navigator).not.toContain(hidden);
});

it('is confirmed by each attendee, or disputed with a reason that only those concerned read', async () => {
  const { sato, takahashi, ito, watanabe } = people;
  for (const person of [sato, takahashi, watanabe])
    expect(await person.do('confirmMinutes', await confirmationOf(person, sessionId), 'status')).toEqual({ status: 'CONFIRMED' });
  const objection = { ...(await confirmationOf(ito, sessionId)), reason: '治療は来月まで', category: 'HEALTH' };
  expect(await ito.do('disputeMinutes', objection, 'status reason { body }')).toEqual({
    status: 'DISPUTED',
    reason: { body: '治療は来月まで' },
  });
  expect(await minutesText(sato, sessionId)).toContain('伊藤 由美　異議あり\n    治療は来月まで');
  const navigator = await minutesText(watanabe, sessionId);
  expect(navigator).toContain('伊藤 由美　異議あり');
  expect(navigator).not.toContain('治療');
  expect((await trailOf('minutes.disputed'))[0]!.addressed_to).toEqual([sato.staffId]);
  expect(await ito.do('confirmMinutes', await confirmationOf(ito, sessionId), 'status reason { body }')).toEqual({
    status: 'CONFIRMED',
    reason: null,
  });
});

it('stays as it was: later changes touch neither the minutes nor, past every rule, the rows behind them', async () => {
  const { sato, takahashi } = people;
  const before = await minutesText(takahashi, sessionId);
  const { case: now } = await sato.ask('query ($id: Uuid!) { case(id: $id) { issues { id version } } }', { id: caseId });
  const [{ id: issueId, version }] = now.issues;
  const passed = await sato.do(
    'assignIssue',
    { issueId, version, agencyId: agencies['健康課'], reason: '医療につながったため' },
    'version',
  );
  const resolved = await sato.do('resolveIssue', { issueId, version: passed.version, result: '整った' }, 'status result { body }');
  expect(resolved).toEqual({ status: 'RESOLVED', result: { body: '整った' } });
  expect(await minutesText(takahashi, sessionId)).toBe(before);
  for (const change of [
    "update decision set due_on = '2030-01-01'",
    "update statement set body = '別の話'",
    "update agenda_item set outcome = 'NOTED'",
    'update issue set agreed_agency_id = (select id from agency limit 1)',
    "update role_allocation set role = '別の役割'",
    "update invitation set attendance = 'PRESENT'",
    "update conference_session set place = '別の場所'",
  ])
    await expect(house.behind(change)).rejects.toThrow('the session is closed');
});

it('leaves nothing out of the key person’s reach: every category shows them its headlines', () => {
  expect(Object.values(NEED_TO_KNOW.KEY_PERSON)).not.toContain('NONE');
});
