import { clockInJapan, dayInJapan } from '../../src/calendar/japan-time.js';
import { daysBetween } from '../../src/calendar/days.js';
import type { Json, Person } from '../../src/commands/scenario/person.js';
import { agencyIds, circleOf, type Circle } from '../support/conference.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { eventsIn } from '../support/mailbox.js';
import { seriesOf } from '../support/series.js';

let house: House;
let people: Circle;

/* The stories are told in the fiscal year 2027 (令和9年度), whose dates are written here by hand from a wall calendar. */
beforeAll(async () => {
  house = await House.open();
  await house.travel(daysBetween(inDays(0), '2027-03-30'));
  people = await circleOf(house);
});
afterAll(() => house.close());

const PLANNED = 'id version plannedOn startsAt endsAt place status isTouched reason { body }';

const plannedFor = async (person: Person, seriesId: string): Promise<Json[]> => {
  const query = `query ($id: Uuid!) { series(seriesId: $id) { everPlanned { ${PLANNED} } } }`;
  return (await person.ask(query, { id: seriesId })).series.everPlanned;
};
const ahead = (all: readonly Json[]) => all.filter(({ status }) => status === 'PLANNED');
const dayOf = ({ startsAt }: Json) => dayInJapan(new Date(startsAt));

const recur = ({ id: seriesId, version }: Json, more: object = {}) => ({
  seriesId,
  version,
  rule: 'FREQ=MONTHLY;BYDAY=2WE,4WE;UNTIL=20280331',
  beginsOn: '2027-04-01',
  opens: '13:30',
  closes: '15:30',
  whenClosed: 'AFTER',
  ...more,
});

it('豊島区: a year of 支援調整会議 月2回, moved to the business day after a holiday or a closing day of the city', async () => {
  const { sato } = people;
  const yamada = await house.person('yamada');
  await yamada.do('addClosingDay', { agencyId: (await agencyIds(sato))['武蔵野市'], heldOn: '2027-06-09', name: '庁舎の停電' });
  const series = await seriesOf(people, 'TOSHIMA_SUPPORT_ADJUSTMENT', ['takahashi']);
  await sato.do('setRecurrence', recur(series), 'id');
  const planned = await plannedFor(people.takahashi, series.id);
  expect(planned.map(dayOf)).toEqual(
    [
      ['2027-04-14', '2027-04-28'],
      ['2027-05-12', '2027-05-26'],
      // 9 June is closed by the city.
      ['2027-06-10', '2027-06-23'],
      ['2027-07-14', '2027-07-28'],
      // 11 August is 山の日.
      ['2027-08-12', '2027-08-25'],
      ['2027-09-08', '2027-09-22'],
      ['2027-10-13', '2027-10-27'],
      ['2027-11-10', '2027-11-24'],
      ['2027-12-08', '2027-12-22'],
      ['2028-01-12', '2028-01-26'],
      // 23 February is 天皇誕生日.
      ['2028-02-09', '2028-02-24'],
      ['2028-03-08', '2028-03-22'],
    ].flat(),
  );
  expect(planned.map(({ startsAt, endsAt }) => [startsAt, endsAt].map((at: string) => clockInJapan(new Date(at))))).toEqual(
    planned.map(() => ['13:30', '15:30']),
  );
});

it('久留米市: a year of 支援調整会議 月2回, moved to the business day before', async () => {
  const series = await seriesOf(people, 'KURUME_SUPPORT_ADJUSTMENT', ['watanabe'], '支援調整会議（久留米）');
  await people.sato.do('setRecurrence', recur(series, { rule: 'FREQ=MONTHLY;BYDAY=1TU,3TU;UNTIL=20280331', whenClosed: 'BEFORE' }), 'id');
  expect((await plannedFor(people.watanabe, series.id)).map(dayOf)).toEqual(
    [
      ['2027-04-06', '2027-04-20'],
      // 4 May is みどりの日, the 3rd 憲法記念日, the 1st and 2nd are a weekend.
      ['2027-04-30', '2027-05-18'],
      ['2027-06-01', '2027-06-15'],
      ['2027-07-06', '2027-07-20'],
      ['2027-08-03', '2027-08-17'],
      ['2027-09-07', '2027-09-21'],
      ['2027-10-05', '2027-10-19'],
      ['2027-11-02', '2027-11-16'],
      ['2027-12-07', '2027-12-21'],
      ['2028-01-04', '2028-01-18'],
      ['2028-02-01', '2028-02-15'],
      ['2028-03-07', '2028-03-21'],
    ].flat(),
  );
});

it('a change of the recurrence leaves alone what somebody moved, called off or added', async () => {
  const { sato, takahashi } = people;
  const series = await seriesOf(people, 'TOSHIMA_EMPLOYMENT_MEETING', ['takahashi'], '就労ミーティング');
  await sato.do('setRecurrence', recur(series, { rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20270514', whenClosed: 'SKIP' }), 'id');
  const first = await plannedFor(sato, series.id);
  expect(first.map(dayOf)).toEqual(['2027-04-02', '2027-04-09', '2027-04-16', '2027-04-23', '2027-04-30', '2027-05-07', '2027-05-14']);

  const [, second, third] = first;
  const moved = {
    startsAt: '2027-04-08T10:00:00+09:00',
    endsAt: '2027-04-08T11:00:00+09:00',
    place: 'ハローワーク三鷹 2階会議室',
    reason: '会場の都合',
  };
  await sato.do('movePlannedSession', { plannedSessionId: second.id, version: second.version, ...moved });
  await sato.do('cancelPlannedSession', { plannedSessionId: third.id, version: third.version, reason: '年度替わりのため' });
  const extra = { startsAt: '2027-04-20T09:00:00+09:00', endsAt: '2027-04-20T10:00:00+09:00', reason: '緊急の相談のため' };
  await sato.do('addPlannedSession', { seriesId: series.id, ...extra });

  await sato.do(
    'setRecurrence',
    recur(series, {
      version: series.version + 1,
      rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20270507',
      opens: '09:00',
      closes: '10:00',
      whenClosed: 'SKIP',
    }),
    'id',
  );
  const now = ahead(await plannedFor(takahashi, series.id));
  expect(now.map((one) => [dayOf(one), clockInJapan(new Date(one.startsAt)), one.place, one.isTouched])).toEqual([
    ['2027-04-02', '09:00', '市役所 401会議室', false],
    ['2027-04-08', '10:00', 'ハローワーク三鷹 2階会議室', true],
    ['2027-04-20', '09:00', '市役所 401会議室', true],
    ['2027-04-23', '09:00', '市役所 401会議室', false],
    ['2027-04-30', '09:00', '市役所 401会議室', false],
    ['2027-05-07', '09:00', '市役所 401会議室', false],
  ]);
  const cancelled = (await plannedFor(takahashi, series.id)).find(({ status }) => status === 'CANCELLED');
  expect(cancelled).toMatchObject({ plannedOn: '2027-04-16', reason: { body: '年度替わりのため' } });
});

it('a planned session is convened in its time, keeps its name in calendars, and leaves them with the membership', async () => {
  const { sato, takahashi } = people;
  const series = await seriesOf(people, 'CHIBA_CASE_MEETING', ['takahashi'], 'ケース会議');
  await sato.do('setRecurrence', recur(series, { rule: 'FREQ=MONTHLY;BYDAY=1TH;COUNT=2', beginsOn: '2027-05-10' }), 'id');
  const { address } = await takahashi.do('openCalendarFeed', null, 'address');
  const feed = async () => {
    const answer = await fetch(`${house.address}/calendars/${address.split('/').at(-1)}`);
    return eventsIn(await answer.text()).filter(({ summary }) => summary === 'ケース会議');
  };
  const [first, second] = await plannedFor(sato, series.id);
  expect((await feed()).map(({ uid, startsAt }) => [uid, dayInJapan(startsAt)])).toEqual([
    [`${first.id}@tsunagi`, '2027-06-03'],
    [`${second.id}@tsunagi`, '2027-07-01'],
  ]);

  const convened = { plannedSessionId: first.id, version: first.version };
  expect(await refusalOf(takahashi.do('convenePlannedSession', convened))).toMatchObject({ code: 'FORBIDDEN' });
  const session = await sato.do('convenePlannedSession', convened, 'startsAt place status invitations { staffId status }');
  expect(session).toMatchObject({ startsAt: first.startsAt, place: first.place, status: 'CONVENED' });
  expect(session.invitations.map(({ staffId }: Json) => staffId).sort()).toEqual([sato.staffId, takahashi.staffId].sort());
  expect((await feed()).map(({ uid }) => uid)).toEqual([`${first.id}@tsunagi`, `${second.id}@tsunagi`]);
  const again = { ...convened, version: first.version + 1 };
  expect(await refusalOf(sato.do('convenePlannedSession', again))).toMatchObject({ message: 'This session has already been convened.' });

  const member = series.members.find(({ staffId }: Json) => staffId === takahashi.staffId);
  await sato.do('endSeriesMembership', { membershipId: member.id, version: member.version, reason: '担当替え' });
  expect(await feed()).toEqual([]);
});

it('nobody is asked to two sessions at once: the refusal names them and nothing of what else they have', async () => {
  const { sato, takahashi, kato } = people;
  const [mine, theirs] = [await seriesOf(people, 'KOBE_LIAISON_MEETING', ['takahashi'], '連絡会議'), 'もう一つの会議'];
  const at = { startsAt: '2027-09-01T10:00:00+09:00', endsAt: '2027-09-01T12:00:00+09:00', questions: [], invitees: [] };
  const held = await sato.do('conveneSession', { seriesId: mine.id, ...at }, 'id version');
  const { 子ども家庭支援センター: agencyId } = await agencyIds(kato);
  const members = [{ staffId: kato.staffId, part: 'CHAIR' }, { staffId: takahashi.staffId }];
  const other = await kato.do(
    'startSeries',
    { kind: 'KAWAGOE_LIAISON_MEETING', agencyId, name: theirs, place: '第2会議室', members },
    'id',
  );
  const overlapping = { seriesId: other.id, ...at, startsAt: '2027-09-01T11:30:00+09:00', endsAt: '2027-09-01T13:00:00+09:00' };
  expect(await refusalOf(kato.do('conveneSession', overlapping))).toMatchObject({
    code: 'CONFLICT',
    message: '高橋 健一 has another session at this time.',
  });
  const despite = await kato.do(
    'conveneSession',
    { ...overlapping, despiteOverlap: true },
    'id version invitations { id version staffId }',
  );

  const own = async (sessionId: string) => {
    const query = 'query ($id: Uuid!) { conferenceSession(id: $id) { invitations { id version staffId } } }';
    const { conferenceSession } = await takahashi.ask(query, { id: sessionId });
    const { id, version } = conferenceSession.invitations.find(({ staffId }: Json) => staffId === takahashi.staffId);
    return { invitationId: id, version };
  };
  await takahashi.do('acceptInvitation', await own(held.id));
  expect(await refusalOf(takahashi.do('acceptInvitation', await own(despite.id)))).toMatchObject({ code: 'CONFLICT' });
  const later = { startsAt: '2027-09-01T13:00:00+09:00', endsAt: '2027-09-01T14:00:00+09:00', reason: '重なりを避けるため' };
  await kato.do('moveSession', { sessionId: despite.id, version: despite.version, ...later });
  await takahashi.do('acceptInvitation', await own(despite.id));
  expect(await refusalOf(sato.do('moveSession', { sessionId: held.id, version: held.version, ...later }))).toMatchObject({
    code: 'CONFLICT',
  });
});

describe('bad input', () => {
  it.each([
    ['without an end', { rule: 'FREQ=WEEKLY;BYDAY=FR' }, 'input.rule', 'REQUIRED'],
    ['for ten years', { rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20370401' }, 'input.rule', 'NOT_ALLOWED'],
    ['that is a sentence', { rule: '毎週金曜' }, 'input.rule', 'NOT_ALLOWED'],
    ['that names no day', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20280401' }, 'input.rule', 'NOT_ALLOWED'],
    ['that begins in the past', { beginsOn: '2027-03-29' }, 'input.beginsOn', 'IN_THE_PAST'],
    ['that closes before it opens', { opens: '15:00', closes: '13:00' }, 'input.closes', 'OUT_OF_ORDER'],
  ])('a recurrence %s is refused', async (_, more, path, code) => {
    const series = await seriesOf(people, 'SAGAMIHARA_MONTHLY_MEETING', [], '月例会議');
    expect((await refusalOf(people.sato.do('setRecurrence', recur(series, more)))).fields).toEqual([{ path, code }]);
  });

  it('a planned session in the past, twice at once, and by somebody who does not lead the series is refused', async () => {
    const { sato, takahashi, kato } = people;
    const series = await seriesOf(people, 'SAGAMIHARA_MONTHLY_MEETING', ['takahashi'], '月例会議');
    const extra = { seriesId: series.id, startsAt: '2027-07-05T09:00:00+09:00', endsAt: '2027-07-05T10:00:00+09:00', reason: '随時' };
    const past = { ...extra, startsAt: '2027-03-01T09:00:00+09:00', endsAt: '2027-03-01T10:00:00+09:00' };
    expect((await refusalOf(sato.do('addPlannedSession', past))).fields).toEqual([{ path: 'input.startsAt', code: 'IN_THE_PAST' }]);
    expect(await refusalOf(takahashi.do('addPlannedSession', extra))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(kato.do('addPlannedSession', extra))).toMatchObject({ code: 'NOT_FOUND' });
    await sato.do('addPlannedSession', extra);
    expect(await refusalOf(sato.do('addPlannedSession', extra))).toMatchObject({ code: 'CONFLICT' });
    expect(await refusalOf(sato.do('setRecurrence', recur({ ...series, version: series.version + 1 })))).toMatchObject({
      code: 'CONFLICT',
    });
  });
});
