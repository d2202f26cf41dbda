import type { Json, Person } from '../../src/commands/scenario/person.js';
import { businessDaysAfter, nextOpenDay } from '../../src/calendar/office.js';
import { addDays, mondayOf, weekdayOf } from '../../src/calendar/days.js';
import { agencyIds, circleOf, openedBy, summons, type Circle } from '../support/conference.js';
import { House, inDays, refusalOf } from '../support/house.js';

let house: House;
let people: Circle;
let yamada: Person, nakamura: Person;
let agencies: Record<string, string>;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  [yamada, nakamura] = [await house.person('yamada'), await house.person('nakamura')];
  agencies = await agencyIds(yamada);
});
afterAll(() => house.close());

/** A week without a holiday in it, at least three weeks away. */
function ordinaryWeek(): string {
  for (let monday = addDays(mondayOf(inDays(0)), 21); ; monday = addDays(monday, 7)) {
    if (businessDaysAfter(addDays(monday, -1), 5) === addDays(monday, 4)) return monday;
  }
}
const monday = ordinaryWeek();
const at = (day: number, clock: string) => `${addDays(monday, day)}T${clock}:00+09:00`;

const asked = async (person: Person, staffIds: readonly string[], startsAt: string, endsAt: string): Promise<Json[]> => {
  const query = `query ($staffIds: [Uuid!]!, $startsAt: Instant!, $endsAt: Instant!) {
    whoCanCome(staffIds: $staffIds, startsAt: $startsAt, endsAt: $endsAt) { staffId canCome why because } }`;
  return (await person.ask(query, { staffIds, startsAt, endsAt })).whoCanCome;
};

const on = (...weekdays: string[]) => weekdays.map((weekday) => ({ weekday, opens: '08:45', closes: '17:15' }));
const weekOf = ({ staffId }: Person, agency: string, more: object = {}) => ({
  staffId,
  agencyId: agencies[agency],
  since: inDays(0),
  hours: on('MON', 'WED', 'FRI'),
  ...more,
});

it('somebody says on which days they work, and whoever wants to meet them reads why they cannot come on another', async () => {
  const { suzuki, sato } = people;
  const set = await suzuki.do('setWorkingWeek', weekOf(suzuki, '子ども家庭支援センター'), 'since until hours { weekday opens closes }');
  expect(set).toMatchObject({ since: inDays(0), until: null });
  expect(set.hours).toHaveLength(3);

  expect(await asked(sato, [suzuki.staffId, sato.staffId], at(1, '10:00'), at(1, '11:00'))).toEqual([
    {
      staffId: suzuki.staffId,
      canCome: false,
      why: 'OFF_DAY',
      because: 'Tuesday is not one of their working days (Monday, Wednesday, Friday).',
    },
    { staffId: sato.staffId, canCome: true, why: null, because: null },
  ]);
  expect(await asked(sato, [suzuki.staffId], at(2, '10:00'), at(2, '11:00'))).toMatchObject([{ canCome: true }]);
  expect(await asked(sato, [suzuki.staffId], at(2, '16:30'), at(2, '17:30'))).toMatchObject([{ why: 'OUTSIDE_HOURS' }]);
});

it('a new week takes the place of the old one from its first day on, and the trail keeps who set it', async () => {
  const { ito } = people;
  const first = await ito.do('setWorkingWeek', weekOf(ito, '健康課'));
  await ito.do('setWorkingWeek', weekOf(ito, '健康課', { since: addDays(monday, 2), hours: on('TUE') }));
  const { workingWeeks } = await ito.ask('query ($id: Uuid!) { workingWeeks(staffId: $id) { id since until } }', { id: ito.staffId });
  expect(workingWeeks).toMatchObject([
    { since: addDays(monday, 2), until: null },
    { id: first.id, since: inDays(0), until: addDays(monday, 1) },
  ]);
  expect(await asked(ito, [ito.staffId], at(1, '10:00'), at(1, '11:00'))).toMatchObject([{ why: 'OFF_DAY' }]);
  expect(await asked(ito, [ito.staffId], at(8, '10:00'), at(8, '11:00'))).toMatchObject([{ canCome: true }]);
  expect(await refusalOf(ito.do('setWorkingWeek', weekOf(ito, '健康課')))).toMatchObject({
    fields: [{ path: 'input.since', code: 'OUT_OF_ORDER' }],
  });
});

it('absences are reported by the person or their manager, and taken back', async () => {
  const { kato, takahashi } = people;
  const away = {
    staffId: kato.staffId,
    agencyId: agencies['子ども家庭支援センター'],
    since: addDays(monday, 0),
    until: addDays(monday, 1),
  };
  expect(await refusalOf(takahashi.do('reportAbsence', away))).toMatchObject({
    code: 'FORBIDDEN',
    message: 'Only the person concerned, managers of the agency, and system administrators may do this.',
  });
  const { id, version } = await nakamura.do('reportAbsence', away, 'id version');
  expect(await asked(takahashi, [kato.staffId], at(1, '10:00'), at(1, '11:00'))).toMatchObject([
    { why: 'ABSENT', because: `They are away until ${addDays(monday, 1)}.` },
  ]);
  await kato.do('withdrawAbsence', { absenceId: id, version });
  expect(await asked(takahashi, [kato.staffId], at(1, '10:00'), at(1, '11:00'))).toMatchObject([{ canCome: true }]);
  expect(await refusalOf(kato.do('withdrawAbsence', { absenceId: id, version: version + 1 }))).toMatchObject({ code: 'CONFLICT' });
});

it('another session keeps somebody from coming; which it is, is told to those alone who may see it', async () => {
  const { sato, takahashi, kato } = people;
  const caseId = await openedBy(sato, '岡田 実', 'おかだ みのり');
  const held = { startsAt: at(3, '13:00'), endsAt: at(3, '15:00'), place: '市役所 201会議室' };
  await sato.do('conveneSession', summons(people, caseId, ['takahashi'], held));

  const whole = [takahashi.staffId, kato.staffId];
  expect(await asked(sato, whole, at(3, '14:00'), at(3, '16:00'))).toEqual([
    {
      staffId: takahashi.staffId,
      canCome: false,
      why: 'BUSY',
      because: 'They have another session then: case conference (市役所 201会議室).',
    },
    { staffId: kato.staffId, canCome: true, why: null, because: null },
  ]);
  const told = await asked(kato, whole, at(3, '14:00'), at(3, '16:00'));
  expect(told[0]).toEqual({
    staffId: takahashi.staffId,
    canCome: false,
    why: 'BUSY',
    because: 'They have another engagement at this time.',
  });
  expect(await asked(kato, whole, at(3, '15:00'), at(3, '16:00'))).toMatchObject([{ canCome: true }, { canCome: true }]);
});

it('times are proposed at which all can come, and never on a day off', async () => {
  const { suzuki, sato, kato } = people;
  const query = `query ($ids: [Uuid!]!, $from: CalendarDate!, $to: CalendarDate!) {
    proposeTimes(staffIds: $ids, from: $from, to: $to, minutes: 90) { startsAt endsAt everyone coming { staffId canCome } } }`;
  const ids = [suzuki, sato, kato].map(({ staffId }) => staffId);
  const { proposeTimes } = await kato.ask(query, { ids, from: monday, to: addDays(monday, 6) });
  const whole = proposeTimes.filter(({ everyone }: Json) => everyone);
  const days = whole.map(({ startsAt }: Json) => weekdayOf(new Date(startsAt).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' })));
  expect([...new Set(days)]).toEqual(['MON', 'WED', 'FRI']);
  expect(proposeTimes.indexOf(whole.at(-1))).toBe(whole.length - 1);
});

it('a municipality has closing days and a turn of the year of its own, and deadlines in business days pass over them', async () => {
  const { sato } = people;
  const city = agencies['武蔵野市'];
  const tomorrow = nextOpenDay(inDays(0), 1)!;
  expect(await refusalOf(sato.do('addClosingDay', { agencyId: city, heldOn: tomorrow, name: '開庁記念日' }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await refusalOf(yamada.do('addClosingDay', { agencyId: agencies['健康課'], heldOn: tomorrow, name: '開庁記念日' }))).toMatchObject(
    { fields: [{ path: 'input.agencyId', code: 'NOT_ALLOWED' }] },
  );
  const closing = await yamada.do('addClosingDay', { agencyId: city, heldOn: tomorrow, name: '開庁記念日' }, 'id version');
  await yamada.do('setTurnOfYear', { agencyId: city, from: '2026-12-28', to: '2027-01-05' });

  expect(await asked(sato, [sato.staffId], `${tomorrow}T10:00:00+09:00`, `${tomorrow}T11:00:00+09:00`)).toMatchObject([
    { why: 'CLOSED', because: 'The office is closed (開庁記念日).' },
  ]);
  const navigator = people.watanabe.staffId;
  expect(await asked(sato, [navigator], `${tomorrow}T10:00:00+09:00`, `${tomorrow}T11:00:00+09:00`)).toMatchObject([{ canCome: true }]);
  const caseId = await openedBy(sato, '小川 葵', 'おがわ あおい');
  const task = {
    caseId,
    category: 'CHILD',
    what: '保育園に連絡する',
    owner: { kind: 'STAFF', staffId: sato.staffId },
    dueInBusinessDays: 1,
  };
  expect(await sato.do('offerTask', task, 'dueOn')).toEqual({ dueOn: nextOpenDay(tomorrow, 1) });
  await yamada.do('withdrawClosingDay', { closingDayId: closing.id, version: closing.version });
  expect(await sato.do('offerTask', task, 'dueOn')).toEqual({ dueOn: tomorrow });
});

describe('bad input', () => {
  it.each([
    ['no day at all', { hours: [] }, 'input.hours', 'REQUIRED'],
    ['a day twice', { hours: on('MON', 'MON') }, 'input.hours.1.weekday', 'NOT_ALLOWED'],
    [
      'a day that ends before it starts',
      { hours: [{ weekday: 'MON', opens: '17:00', closes: '09:00' }] },
      'input.hours.0.closes',
      'OUT_OF_ORDER',
    ],
    ['25 o’clock', { hours: [{ weekday: 'MON', opens: '09:00', closes: '25:00' }] }, 'input.hours[0].closes', 'FORMAT'],
    ['a first day in the past', { since: inDays(-1) }, 'input.since', 'IN_THE_PAST'],
    ['an agency that they are not posted to', { agencyId: 'health' }, 'input.agencyId', 'UNKNOWN'],
  ])('a working week with %s is refused', async (_, more, path, code) => {
    const { sato } = people;
    const change = 'agencyId' in more ? { agencyId: agencies['健康課'] } : more;
    const refused = await refusalOf(sato.do('setWorkingWeek', weekOf(sato, '子ども家庭支援センター', change)));
    expect(refused.fields).toEqual([{ path, code }]);
  });

  it('a question about nobody, about unknown people, and about a time that ends before it starts is refused', async () => {
    const { sato } = people;
    expect(await refusalOf(asked(sato, [], at(1, '10:00'), at(1, '11:00')))).toMatchObject({ code: 'INVALID' });
    expect(await refusalOf(asked(sato, ['00000000-0000-4000-8000-000000000000'], at(1, '10:00'), at(1, '11:00')))).toMatchObject({
      code: 'INVALID',
    });
    expect(await refusalOf(asked(sato, [sato.staffId], at(1, '11:00'), at(1, '10:00')))).toMatchObject({ code: 'INVALID' });
  });
});
