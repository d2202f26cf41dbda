import type { Json, Person } from '../../src/commands/scenario/person.js';
import { closed, opened, circleOf, minutesText, openedBy, type Circle } from '../support/conference.js';
import { House, inDays, refusalOf } from '../support/house.js';

let house: House;
let people: Circle;
let sato: Person, ito: Person, takahashi: Person, nakamura: Person;
let caseId: string;
let health: string, safety: string, life: string;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  ({ sato, ito, takahashi } = people);
  nakamura = await house.person('nakamura');
});
beforeEach(async () => {
  await house.travel(0);
  caseId = await openedBy(sato);
  for (const { staffId } of [ito, takahashi]) await sato.do('giveSeat', { caseId, staffId });
  health = await note(ito, 'HEALTH');
  safety = await note(sato, 'SAFETY');
  life = await note(sato, 'LIFE');
  await house.app.spine.accessLog.flush();
});
afterAll(() => house.close());

const note = async (person: Person, category: string): Promise<string> =>
  (await person.do('writeRecord', { caseId, category, kind: 'NOTE', body: '極秘の内容' }, 'id')).id;
const LOG = `query ($caseId: Uuid!, $from: CalendarDate!, $to: CalendarDate!) {
  accessLog(caseId: $caseId, from: $from, to: $to) { staffId aboutType aboutId category fields channel operation seenAs access { kind reason { body } } staff { name } } }`;
const logSeenBy = async (person: Person): Promise<Json[]> => {
  await house.app.spine.accessLog.flush();
  return (await person.ask(LOG, { caseId, from: inDays(0), to: inDays(0) })).accessLog;
};
/** What a person read since the case was set up. */
const readBy = async ({ staffId }: Person): Promise<Json[]> =>
  (await logSeenBy(sato)).filter((entry) => entry.staffId === staffId && entry.operation !== 'Mutation.writeRecord');

const BOARD = 'query ($id: Uuid!) { case(id: $id) { headline records { id text: body staff { name } } } }';

it('tells which fields of which restricted rows each person read, and nothing of the others', async () => {
  const { case: board } = await ito.ask(BOARD, { id: caseId });
  expect(board.records.map(({ id }: Json) => id).sort()).toEqual([health, life].sort());
  await takahashi.ask(BOARD, { id: caseId });
  await sato.ask('query ($id: Uuid!) { cases { id records { category happenedOn } } case(id: $id) { number } }', { id: caseId });
  const record = { aboutType: 'Record', channel: 'GRAPHQL', access: null };
  expect(await readBy(ito)).toEqual([
    {
      ...record,
      staffId: ito.staffId,
      aboutId: health,
      category: 'HEALTH',
      fields: ['body', 'id', 'staff'],
      operation: 'Query.case',
      seenAs: 'SEAT',
      staff: { name: '伊藤 由美' },
    },
  ]);
  expect(await readBy(takahashi)).toEqual([]);
  expect(await readBy(sato)).toEqual([
    expect.objectContaining({ aboutId: safety, category: 'SAFETY', fields: ['category', 'happenedOn'], operation: 'Query.cases' }),
  ]);
});

it('names their own writing, which comes back to those who wrote it', async () => {
  expect((await logSeenBy(sato)).filter(({ operation }) => operation === 'Mutation.writeRecord')).toEqual([
    expect.objectContaining({ staffId: sato.staffId, aboutId: safety, fields: ['id'], seenAs: 'SEAT' }),
    expect.objectContaining({ staffId: ito.staffId, aboutId: health, fields: ['id'], seenAs: 'SEAT' }),
  ]);
});

it('knows what was printed in minutes', async () => {
  const { id: sessionId } = await opened(people, caseId, ['ito', 'takahashi']);
  await ito.do('makeStatement', { sessionId, category: 'HEALTH', body: '通院している' }, 'id');
  await closed(sato, sessionId);
  expect(await minutesText(ito, sessionId)).toContain('通院している');
  expect(await minutesText(takahashi, sessionId)).not.toContain('通院している');
  expect((await readBy(ito)).filter(({ channel }) => channel === 'MINUTES')).toEqual([
    expect.objectContaining({
      aboutType: 'Statement',
      category: 'HEALTH',
      fields: ['agency', 'body', 'case', 'category', 'staff'],
      operation: 'Query.minutesText',
    }),
  ]);
  expect(await readBy(takahashi)).toEqual([]);
});

it('knows what went out as a file', async () => {
  await ito.ask('query ($id: Uuid!) { trailCsv(caseId: $id) }', { id: caseId });
  expect(await readBy(ito)).toEqual([
    expect.objectContaining({ aboutType: 'TrailEntry', aboutId: health, channel: 'CSV', operation: 'Query.trailCsv' }),
  ]);
});

it('names the emergency or the purpose for which somebody read, and the seat where that was enough', async () => {
  const { number } = (await sato.ask('query ($id: Uuid!) { case(id: $id) { number } }', { id: caseId })).case;
  await people.kato.do('breakGlass', { caseNumber: number, categories: ['HEALTH'], reason: '救急搬送', minutes: 30 }, 'id');
  await sato.do('breakGlass', { caseNumber: number, categories: ['HEALTH'], reason: '救急搬送', minutes: 30 }, 'id');
  for (const person of [people.kato, sato]) await person.ask(BOARD, { id: caseId });
  const inEmergency = { aboutId: health, seenAs: 'BREAK_GLASS', access: { kind: 'BREAK_GLASS', reason: { body: '救急搬送' } } };
  expect(await readBy(people.kato)).toEqual([expect.objectContaining(inEmergency)]);
  expect(await readBy(sato)).toEqual(
    expect.arrayContaining([
      expect.objectContaining(inEmergency),
      expect.objectContaining({ aboutId: safety, seenAs: 'SEAT', access: null }),
    ]),
  );
});

describe('who looked at a case', () => {
  it('is told to the key person and to managers, in sum and as a table', async () => {
    await ito.ask(BOARD, { id: caseId });
    await ito.ask(BOARD, { id: caseId });
    await house.app.spine.accessLog.flush();
    const query =
      'query ($id: Uuid!, $month: CalendarDate!) { accessSummary(caseId: $id, month: $month) { staff { name } times rowCount lastAt } }';
    for (const person of [sato, nakamura]) {
      const { accessSummary } = await person.ask(query, { id: caseId, month: inDays(0) });
      expect(accessSummary).toEqual([
        { staff: { name: '伊藤 由美' }, times: 3, rowCount: 1, lastAt: expect.any(String) },
        { staff: { name: '佐藤 恵' }, times: 1, rowCount: 1, lastAt: expect.any(String) },
      ]);
      expect((await person.ask(query, { id: caseId, month: inDays(-40) })).accessSummary).toEqual([]);
    }
    const { accessLogCsv } = await nakamura.ask('query ($id: Uuid!) { accessLogCsv(caseId: $id) }', { id: caseId });
    const lines = accessLogCsv.trim().split('\r\n');
    expect(lines[0]).toContain('日時,閲覧者,対象');
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toContain(`伊藤 由美,Record,${health},健康・心理,body id staff,GRAPHQL,Query.case,担当者`);
    expect(accessLogCsv).not.toContain('極秘');
  });

  it('is not told to others on the case, and there is no case for those who are not', async () => {
    for (const query of [
      `query ($id: Uuid!) { accessLog(caseId: $id, from: "${inDays(0)}", to: "${inDays(0)}") { id } }`,
      `query ($id: Uuid!) { accessSummary(caseId: $id, month: "${inDays(0)}") { id } }`,
      'query ($id: Uuid!) { accessLogCsv(caseId: $id) }',
    ]) {
      expect(await refusalOf(ito.ask(query, { id: caseId }))).toMatchObject({
        code: 'FORBIDDEN',
        message: 'Only the key person and managers who oversee the case may do this.',
      });
      expect(await refusalOf(people.kato.ask(query, { id: caseId }))).toMatchObject({ code: 'NOT_FOUND' });
    }
    const backwards = sato.ask(LOG, { caseId, from: inDays(1), to: inDays(0) });
    expect(await refusalOf(backwards)).toMatchObject({ code: 'INVALID', fields: [{ path: 'to', code: 'OUT_OF_ORDER' }] });
  });

  it('is not itself a look', async () => {
    const before = await logSeenBy(sato);
    await nakamura.ask('query ($id: Uuid!) { accessLogCsv(caseId: $id) }', { id: caseId });
    expect(await logSeenBy(nakamura)).toEqual(before);
  });
});
