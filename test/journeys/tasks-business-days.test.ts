import fc from 'fast-check';
import { businessDaysAfter, isOpenOn } from '../../src/calendar/office.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { assemble } from '../support/team.js';

const day = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2045-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const count = fc.integer({ min: 1, max: 250 });
const daysAfter = (from: string, days: number) => new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

it.each([
  ['the day after a Friday is a Monday', '2026-11-06', 1, '2026-11-09'],
  ['Golden Week 2026 closes from 2 to 6 May, the substitute holiday included', '2026-05-01', 1, '2026-05-07'],
  ['昭和の日 on a Wednesday is skipped', '2026-04-28', 2, '2026-05-01'],
  ['the day between 敬老の日 and 秋分の日 2026 is a holiday too', '2026-09-18', 1, '2026-09-24'],
  ['年末年始 closes from 29 December to 3 January', '2026-12-28', 1, '2027-01-04'],
  ['年末年始 that ends on a Sunday', '2025-12-26', 1, '2026-01-05'],
  ['ten business days over the turn of the year', '2026-12-21', 10, '2027-01-08'],
])('%s', (_, from, days, expected) => {
  expect(businessDaysAfter(from, days)).toBe(expected);
});

it('always ends on a business day, with as many business days on the way as were asked for', () => {
  fc.assert(
    fc.property(day, count, (from, days) => {
      const reached = businessDaysAfter(from, days);
      const between: string[] = [];
      for (let next = daysAfter(from, 1); next <= reached; next = daysAfter(next, 1)) between.push(next);
      expect(isOpenOn(reached)).toBe(true);
      expect(between.filter((one) => isOpenOn(one))).toHaveLength(days);
    }),
  );
});

it('counts on from where it stopped, and never backwards', () => {
  fc.assert(
    fc.property(day, count, count, (from, some, more) => {
      expect(businessDaysAfter(businessDaysAfter(from, some), more)).toBe(businessDaysAfter(from, some + more));
      expect(businessDaysAfter(from, some) > from).toBe(true);
    }),
  );
});

it('is never open on a weekend or at the turn of the year', () => {
  fc.assert(
    fc.property(day, (any) => {
      const weekday = new Date(`${any}T00:00:00Z`).getUTCDay();
      const closed = weekday === 0 || weekday === 6 || /-(12-(29|30|31)|01-0[123])$/.test(any);
      if (closed) expect(isOpenOn(any)).toBe(false);
    }),
  );
});

describe('on a case', () => {
  let house: House;
  beforeAll(async () => void (house = await House.open()));
  afterAll(() => house.close());

  it('a deadline is said as a day or as business days from today, and as exactly one of them', async () => {
    const { caseId, people } = await assemble(house);
    const { sato, kato } = people;
    const offer = (when: object) =>
      sato.do(
        'offerTask',
        { caseId, category: 'CHILD', what: '保育園に連絡する', owner: { kind: 'STAFF', staffId: kato.staffId }, ...when },
        'dueOn',
      );
    expect(await offer({ dueInBusinessDays: 5 })).toEqual({ dueOn: businessDaysAfter(inDays(0), 5) });
    const refused = async (when: object) => (await refusalOf(offer(when))).fields;
    expect(await refused({})).toEqual([{ path: 'input.dueOn', code: 'REQUIRED' }]);
    expect(await refused({ dueOn: inDays(3), dueInBusinessDays: 5 })).toEqual([{ path: 'input.dueInBusinessDays', code: 'NOT_ALLOWED' }]);
    for (const dueInBusinessDays of [0, -1, 251])
      expect(await refused({ dueInBusinessDays })).toEqual([{ path: 'input.dueInBusinessDays', code: 'NOT_ALLOWED' }]);
  });
});
