import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { addDays, daysBetween, daysFrom, mondayOf, weekdayOf } from '../../src/calendar/days.js';
import { daysOfFiscalYear, fiscalYearName, fiscalYearOf, wareki } from '../../src/calendar/era.js';
import { clockInJapan, dayInJapan, instantInJapan } from '../../src/calendar/japan-time.js';
import { closedOn } from '../../src/calendar/office.js';

const day = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((pair) => pair.map((number) => String(number).padStart(2, '0')).join(':'));

it.each([
  ['1912-07-29', '明治45年7月29日'],
  ['1912-07-30', '大正元年7月30日'],
  ['1926-12-24', '大正15年12月24日'],
  ['1926-12-25', '昭和元年12月25日'],
  ['1989-01-07', '昭和64年1月7日'],
  ['1989-01-08', '平成元年1月8日'],
  ['2019-04-30', '平成31年4月30日'],
  ['2019-05-01', '令和元年5月1日'],
  ['2019-12-31', '令和元年12月31日'],
  ['2020-01-01', '令和2年1月1日'],
  ['2028-02-29', '令和10年2月29日'],
])('%s is %s', (given, expected) => {
  expect(wareki(given)).toBe(expected);
});

it.each([
  ['2026-03-31', 2025, '令和7年度'],
  ['2026-04-01', 2026, '令和8年度'],
  ['2019-03-31', 2018, '平成30年度'],
  ['2019-04-01', 2019, '令和元年度'],
  ['1989-02-01', 1988, '昭和63年度'],
  ['1989-04-01', 1989, '平成元年度'],
  ['2028-02-29', 2027, '令和9年度'],
])('%s lies in the fiscal year %i, %s', (given, year, name) => {
  expect(fiscalYearOf(given)).toBe(year);
  expect(fiscalYearName(year)).toBe(name);
});

it('a fiscal year has 365 days, or 366 when its February has 29', () => {
  fc.assert(
    fc.property(day, (any) => {
      const year = fiscalYearOf(any);
      const { from, to } = daysOfFiscalYear(year);
      expect(from <= any && any <= to).toBe(true);
      const isLeap = daysFrom(`${year + 1}-02-28`, `${year + 1}-03-01`).includes(`${year + 1}-02-29`);
      expect(daysBetween(from, to) + 1).toBe(isLeap ? 366 : 365);
    }),
  );
});

it('the day after 28 February is the 29th in leap years only', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
  expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
});

it('a week begins on its Monday', () => {
  fc.assert(
    fc.property(day, (any) => {
      const monday = mondayOf(any);
      expect(weekdayOf(monday)).toBe('MON');
      expect(monday <= any && any < addDays(monday, 7)).toBe(true);
    }),
  );
});

it('an instant in Japan is read back as the day and the clock it was made of', () => {
  fc.assert(
    fc.property(day, clock, (on, at) => {
      const instant = instantInJapan(on, at);
      expect([dayInJapan(instant), clockInJapan(instant)]).toEqual([on, at]);
      expect(dayInJapan(instant)).toBe(instant.toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' }));
    }),
  );
});

it.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Tokyo'])('a server in %s says the same', (zone) => {
  const url = (name: string) => JSON.stringify(new URL(`../../dist/src/calendar/${name}.js`, import.meta.url).href);
  const script = `
    const [time, era, recurrence, office] = await Promise.all([import(${url('japan-time')}), import(${url('era')}), import(${url('recurrence')}), import(${url('office')})]);
    const instant = time.instantInJapan('2019-05-01', '00:00');
    console.log(JSON.stringify([instant, time.dayInJapan(instant), time.dayInJapan(new Date(instant - 1)), era.wareki('2019-05-01'),
      recurrence.planned('FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', '2027-12-01', 'BEFORE', office.ORDINARY_OFFICE)]));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env: { TZ: zone } });
  expect(JSON.parse(said.toString())).toEqual([
    '2019-04-30T15:00:00.000Z',
    '2019-05-01',
    '2019-04-30',
    '令和元年5月1日',
    [
      // The last Friday of 2027 is in the turn of the year.
      { plannedOn: '2027-12-31', heldOn: '2027-12-28' },
      { plannedOn: '2028-01-28', heldOn: '2028-01-28' },
      { plannedOn: '2028-02-25', heldOn: '2028-02-25' },
    ],
  ]);
});

it('a closed day says why', () => {
  expect(closedOn('2026-09-22')).toEqual({ why: 'HOLIDAY', name: '休日' });
  expect(closedOn('2026-12-31')).toEqual({ why: 'TURN_OF_YEAR', name: '年末年始' });
  expect(closedOn('2026-11-21')).toEqual({ why: 'WEEKEND', name: '土曜日' });
  expect(closedOn('2026-11-20')).toBeNull();
});
