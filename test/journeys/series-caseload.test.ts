import type { Json } from '../../src/commands/scenario/person.js';
import { agencyIds, circleOf, confirmationOf, inHours, openedBy, type Circle } from '../support/conference.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { MEETING, meeting, meetingOf, seriesOf, settled } from '../support/series.js';

/* Meetings that work through a caseload: who has no next appointment (春日井市), one line for each client and what changed (豊島区, 千葉市). */

let house: House;
let people: Circle;
let mori: string, hayashi: string, tani: string;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  const { sato, kato, takahashi } = people;
  mori = await openedBy(sato, '森 さくら', 'もり さくら');
  tani = await openedBy(sato, '谷 みどり', 'たに みどり');
  hayashi = await openedBy(kato, '林 葉子', 'はやし ようこ');
  await sato.do('giveSeat', { caseId: mori, staffId: takahashi.staffId });
});
afterAll(() => house.close());

const place = async (seriesId: string) => {
  for (const caseId of [mori, tani]) await people.sato.do('placeOnCaseload', { seriesId, caseId });
  await people.kato.do('placeOnCaseload', { seriesId, caseId: hayashi });
};

let scheduling: Json;

describe('the scheduling meeting', () => {
  let series: Json;
  let session: Json;
  const without = async (who: keyof Circle) =>
    (await people[who].ask('query ($id: Uuid!) { withoutAppointment(seriesId: $id) { id } }', { id: series.id })).withoutAppointment.map(
      ({ id }: Json) => id,
    );

  it('has on its agenda by itself every client without a next appointment, each seen by whoever is on the case', async () => {
    const { sato, kato } = people;
    series = await seriesOf(people, 'KASUGAI_SCHEDULING_MEETING', ['kato', 'takahashi'], 'スケジュール調整会議');
    scheduling = series;
    await place(series.id);
    expect(await refusalOf(sato.do('placeOnCaseload', { seriesId: series.id, caseId: mori }))).toMatchObject({ code: 'CONFLICT' });
    await sato.do('makeAppointment', { caseId: tani, staffId: sato.staffId, startsAt: inHours(40), place: '市民センター' });
    session = await meetingOf(sato, series.id);
    expect(session.agenda).toMatchObject([{ kind: 'CASELOAD', caseId: mori, because: 'NO_APPOINTMENT', purpose: 'SCHEDULING' }]);
    expect((await meeting(kato, session.id)).agenda.map((item: Json) => item.caseId)).toEqual([hayashi]);
    expect(await without('takahashi')).toEqual([mori]);
    expect(await without('sato')).toEqual([mori]);
    expect(await without('kato')).toEqual([hayashi]);
  });

  it('is worked through until the list is empty: an appointment settles its item', async () => {
    const { sato, kato, takahashi } = people;
    await sato.do('openSession', { sessionId: session.id, version: session.version });
    const [item] = (await meeting(takahashi, session.id)).agenda;
    const seen = { caseId: mori, staffId: takahashi.staffId, startsAt: inHours(50), place: '自宅', channel: 'VISIT', itemId: item.id };
    for (const [more, path, code] of [
      [{ startsAt: inHours(-1) }, 'input.startsAt', 'IN_THE_PAST'],
      [{ staffId: kato.staffId }, 'input.staffId', 'UNKNOWN'],
    ] as const)
      expect(await refusalOf(takahashi.do('makeAppointment', { ...seen, ...more }))).toMatchObject({
        code: 'INVALID',
        fields: [{ path, code }],
      });
    await takahashi.do('makeAppointment', seen);
    expect((await meeting(sato, session.id)).agenda[0].outcome).toBe('NOTED');
    expect(await without('sato')).toEqual([]);
    const [hers] = (await meeting(kato, session.id)).agenda;
    await kato.do('makeAppointment', { caseId: hayashi, staffId: kato.staffId, startsAt: inHours(60), place: '窓口', itemId: hers.id });
    expect(await without('kato')).toEqual([]);
    await settled(sato, session.id);
  });
});

describe('the progress meeting', () => {
  let series: Json;
  const progress = async (who: keyof Circle) =>
    (
      await people[who].ask(
        'query ($id: Uuid!) { progress(seriesId: $id) { case { id headline } isChanged isRewritten changes { kind } } }',
        { id: series.id },
      )
    ).progress;

  it('brings every client of the caseload, and shows what changed since it last met, first and in its own words', async () => {
    const { sato } = people;
    series = await seriesOf(people, 'TOSHIMA_EMPLOYMENT_MEETING', ['kato', 'takahashi'], '就労ミーティング');
    await place(series.id);
    const called = { startsAt: inHours(90), endsAt: inHours(91) };
    const session = await meetingOf(sato, series.id, called);
    expect(session.agenda.map((item: Json) => [item.caseId, item.because])).toEqual([
      [mori, 'ON_CASELOAD'],
      [tani, 'ON_CASELOAD'],
    ]);
    await sato.do('openSession', { sessionId: session.id, version: session.version });
    await settled(sato, session.id);
    const lines = await progress('sato');
    expect(lines.map((line: Json) => [line.case.id, line.isChanged])).toEqual([
      [mori, false],
      [tani, false],
    ]);
    const { case: found } = await sato.ask('query ($id: Uuid!) { case(id: $id) { version } }', { id: tani });
    await sato.do('reviseHeadline', { caseId: tani, version: found.version, headline: '週三日の仕事が決まった' });
    expect(await progress('sato')).toMatchObject([
      {
        case: { id: tani, headline: '週三日の仕事が決まった' },
        isChanged: true,
        isRewritten: true,
        changes: [{ kind: 'case.headline-revised' }],
      },
      { case: { id: mori }, isChanged: false },
    ]);
    expect((await progress('takahashi')).map((line: Json) => line.case.id)).toEqual([mori]);
  });
});

describe('the papers', () => {
  it('before a meeting hold for each agency what concerns it, and of the agenda what its reader sees', async () => {
    const { sato, takahashi, kato } = people;
    const series = await seriesOf(people, 'CHIBA_CASE_MEETING', ['kato', 'takahashi'], 'ケース会議');
    const { 生活福祉課: agencyId } = await agencyIds(sato);
    await sato.do('offerTask', {
      caseId: mori,
      category: 'LIFE',
      what: '家計を一緒に見る',
      owner: { kind: 'AGENCY', agencyId },
      dueOn: inDays(5),
    });
    const called = { startsAt: inHours(120), endsAt: inHours(121) };
    const { id } = await meetingOf(sato, series.id, { ...called, questions: [{ what: '家計', category: 'INCOME', caseId: mori }] });
    await takahashi.do('addAgendaItem', { sessionId: id, what: '生活保護の見通し', category: 'INCOME', caseId: mori });
    const packet = async (who: keyof Circle) =>
      (
        await people[who].ask(
          'query ($id: Uuid!) { packet(sessionId: $id) { session { startsAt } ownItems { what takenOnAt } agenda { what } ownTasks { what } } }',
          { id },
        )
      ).packet;
    expect(await packet('takahashi')).toMatchObject({
      ownItems: [{ what: '生活保護の見通し', takenOnAt: null }],
      agenda: [{ what: '家計' }, { what: '生活保護の見通し' }],
      ownTasks: [{ what: '家計を一緒に見る' }],
    });
    expect(await packet('kato')).toMatchObject({ ownItems: [], agenda: [], ownTasks: [] });
    const [, proposed] = (await meeting(sato, id)).agenda;
    expect(
      await sato.do('takeOnItem', { itemId: proposed.id, version: proposed.version, minutesPlanned: 10 }, 'takenOnAt minutesPlanned'),
    ).toEqual({
      takenOnAt: expect.any(String),
      minutesPlanned: 10,
    });
    expect(await refusalOf(kato.ask('query ($id: Uuid!) { packet(sessionId: $id) { sessionId } }', { id: mori }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('what closed minutes say wrongly', () => {
  it('is put right beside them with the reason, for those who may read it; they stay as they were confirmed', async () => {
    const { sato, takahashi } = people;
    const series = await seriesOf(people, 'KAWAGOE_LIAISON_MEETING', ['kato', 'takahashi'], '情報交換会議');
    const called = { startsAt: inHours(150), endsAt: inHours(151), questions: [{ what: '家賃', category: 'HOUSING', caseId: mori }] };
    const session = await meetingOf(sato, series.id, called);
    await sato.do('openSession', { sessionId: session.id, version: session.version }, MEETING);
    await settled(sato, session.id);
    await takahashi.do('confirmMinutes', await confirmationOf(takahashi, session.id));
    const [item] = session.agenda;
    expect(
      await refusalOf(sato.do('settleItem', { itemId: item.id, version: 2, outcome: 'CARRIED_OVER', note: '改めたい' })),
    ).toMatchObject({
      code: 'CONFLICT',
      message: 'A closed session cannot be changed.',
    });
    const put = { sessionId: session.id, itemId: item.id, category: 'HOUSING', body: '家賃は月五万円', reason: '金額の聞き違い' };
    await takahashi.do('correctMinutes', put);
    const text = async (who: keyof Circle) =>
      (await people[who].ask('query ($id: Uuid!) { minutesText(sessionId: $id) }', { id: session.id })).minutesText;
    expect(await text('sato')).toContain('会議録の訂正\n  ・高橋 健一（生活福祉課）');
    expect(await text('sato')).toContain('    家賃は月五万円\n    理由：金額の聞き違い');
    expect(await text('kato')).not.toContain('家賃');
    expect(await text('kato')).not.toContain('訂正');
  });
});

it('the scheduling meeting has a client back whose appointment was missed', async () => {
  const { appointments } = await people.takahashi.ask('{ appointments { id version caseId } }');
  await house.travel(3);
  people = await circleOf(house);
  const { takahashi, sato } = people;
  const missed = { appointmentId: appointments[0].id, version: appointments[0].version, reason: '連絡が取れなかった' };
  expect(await takahashi.do('missAppointment', missed, 'status')).toEqual({ status: 'MISSED' });
  const called = { startsAt: `${inDays(4)}T01:00:00Z`, endsAt: `${inDays(4)}T02:00:00Z` };
  expect((await meetingOf(sato, scheduling.id, called)).agenda.map((one: Json) => [one.caseId, one.because])).toContainEqual([
    mori,
    'NO_APPOINTMENT',
  ]);
});
