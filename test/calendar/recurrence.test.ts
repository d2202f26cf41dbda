import fc from 'fast-check';
import ICAL from 'ical.js';
import { addDays, weekdayOf } from '../../src/calendar/days.js';
import { isOpenOn, ORDINARY_OFFICE, type Office } from '../../src/calendar/office.js';
import { BadRecurrence, daysOf, LONGEST_DAYS, planned, WHEN_CLOSED } from '../../src/calendar/recurrence.js';

const held = (rule: string, from: string, whenClosed: (typeof WHEN_CLOSED)[number], office: Office = ORDINARY_OFFICE) =>
  planned(rule, from, whenClosed, office)
    .map(({ heldOn }) => heldOn)
    .filter((day) => day !== null);

/* Written by hand from the wall calendar of the fiscal year 2026 (令和8年度), before the code that is checked with it. */

it('豊島区: 支援調整会議 on every second and fourth Wednesday of 令和8年度, moved to the next business day', () => {
  const dates = [
    ['2026-04-08', '2026-04-22'],
    ['2026-05-13', '2026-05-27'],
    ['2026-06-10', '2026-06-24'],
    ['2026-07-08', '2026-07-22'],
    ['2026-08-12', '2026-08-26'],
    // 23 September is 秋分の日.
    ['2026-09-09', '2026-09-24'],
    ['2026-10-14', '2026-10-28'],
    ['2026-11-11', '2026-11-25'],
    ['2026-12-09', '2026-12-23'],
    ['2027-01-13', '2027-01-27'],
    ['2027-02-10', '2027-02-24'],
    ['2027-03-10', '2027-03-24'],
  ].flat();
  expect(held('FREQ=MONTHLY;BYDAY=2WE,4WE;UNTIL=20270331', '2026-04-01', 'AFTER')).toEqual(dates);
});

it('久留米市: 支援調整会議 on every first and third Tuesday of 令和8年度, moved to the business day before', () => {
  const dates = [
    ['2026-04-07', '2026-04-21'],
    // 5 May is こどもの日, the 4th みどりの日, and the 1st a Friday.
    ['2026-05-01', '2026-05-19'],
    ['2026-06-02', '2026-06-16'],
    ['2026-07-07', '2026-07-21'],
    ['2026-08-04', '2026-08-18'],
    ['2026-09-01', '2026-09-15'],
    ['2026-10-06', '2026-10-20'],
    // 3 November is 文化の日.
    ['2026-11-02', '2026-11-17'],
    ['2026-12-01', '2026-12-15'],
    ['2027-01-05', '2027-01-19'],
    ['2027-02-02', '2027-02-16'],
    ['2027-03-02', '2027-03-16'],
  ].flat();
  expect(held('FREQ=MONTHLY;BYDAY=1TU,3TU;UNTIL=20270331', '2026-04-01', 'BEFORE')).toEqual(dates);
});

it('春日井市: a meeting every Friday leaves out the turn of the year and holidays', () => {
  const january = held('FREQ=WEEKLY;BYDAY=FR;UNTIL=20270228', '2026-12-18', 'SKIP');
  expect(january).toEqual([
    '2026-12-18',
    '2026-12-25',
    '2027-01-08',
    '2027-01-15',
    '2027-01-22',
    '2027-01-29',
    '2027-02-05',
    '2027-02-12',
    '2027-02-19',
    '2027-02-26',
  ]);
});

it('two meetings that would be moved onto one day are held once', () => {
  const office: Office = { ...ORDINARY_OFFICE, closingDays: new Map([['2026-06-04', '庁舎の停電']]) };
  expect(planned('FREQ=WEEKLY;BYDAY=TH,FR;COUNT=2', '2026-06-04', 'AFTER', office)).toEqual([
    { plannedOn: '2026-06-04', heldOn: '2026-06-05' },
    { plannedOn: '2026-06-05', heldOn: null },
  ]);
});

it('a municipality that closes on other days at the turn of the year, and on days of its own, has them left out', () => {
  const office: Office = { turnOfYear: { from: '12-28', to: '01-04' }, closingDays: new Map([['2026-12-21', '開庁記念日']]) };
  expect(held('FREQ=WEEKLY;BYDAY=MO;UNTIL=20270111', '2026-12-14', 'SKIP', office)).toEqual(['2026-12-14']);
  expect(held('FREQ=WEEKLY;BYDAY=MO;UNTIL=20270111', '2026-12-14', 'AFTER', office)).toEqual([
    '2026-12-14',
    '2026-12-22',
    '2027-01-05',
    '2027-01-12',
  ]);
});

it('29 February is met where there is one', () => {
  expect(daysOf('FREQ=MONTHLY;BYMONTHDAY=29;UNTIL=20280331', '2028-01-01')).toEqual(['2028-01-29', '2028-02-29', '2028-03-29']);
  expect(daysOf('FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270331', '2027-01-01')).toEqual(['2027-01-31', '2027-02-28', '2027-03-31']);
});

it.each([
  ['without an end', 'FREQ=WEEKLY;BYDAY=FR', 'WITHOUT_END'],
  ['that ends in three years', 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20290401', 'TOO_LONG'],
  ['that counts its way beyond two years', 'FREQ=YEARLY;COUNT=4', 'TOO_LONG'],
  ['of every day for two years', 'FREQ=DAILY;UNTIL=20280331', 'TOO_LONG'],
  ['on 31 February', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;UNTIL=20280331', 'NEVER'],
  ['on 31 February, counted', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;COUNT=2', 'NOT_A_RULE'],
  ['that ended before it begins', 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20250401', 'NEVER'],
  ['every hour', 'FREQ=HOURLY;COUNT=3', 'NOT_A_RULE'],
  ['with an end and a count', 'FREQ=WEEKLY;COUNT=3;UNTIL=20260501', 'NOT_A_RULE'],
  ['that says a thing twice', 'FREQ=WEEKLY;FREQ=DAILY;COUNT=3', 'NOT_A_RULE'],
  ['with an end that is no day', 'FREQ=WEEKLY;UNTIL=20260231', 'NOT_A_RULE'],
  ['with a line break in it', 'FREQ=WEEKLY;COUNT=3\nRDATE:20260501', 'NOT_A_RULE'],
  ['that is a sentence', '毎週金曜', 'NOT_A_RULE'],
  ['that is nothing', '', 'NOT_A_RULE'],
])('refuses a recurrence %s', (_, rule, fault) => {
  expect(() => daysOf(rule, '2026-04-01')).toThrow(new BadRecurrence(fault as never));
});

const day = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2045-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR');
const rule = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 4 }), weekday).map(([every, on]) => `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${on}`),
  fc
    .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 2 }), weekday)
    .map(([which, on]) => `FREQ=MONTHLY;BYDAY=${which.map((nth) => nth + on).join(',')}`),
  weekday.map((on) => `FREQ=MONTHLY;BYDAY=-1${on}`),
  fc.integer({ min: 1, max: 31 }).map((date) => `FREQ=MONTHLY;BYMONTHDAY=${date}`),
);
const series = fc.record({ rule, from: day, weeks: fc.integer({ min: 9, max: 100 }) }).map(({ rule: every, from, weeks }) => ({
  from,
  rule: `${every};UNTIL=${addDays(from, weeks * 7).replaceAll('-', '')}`,
}));

it('names the same days as an independent reader of the same rule', () => {
  fc.assert(
    fc.property(series, ({ rule: every, from }) => {
      const theirs = ICAL.Recur.fromString(every).iterator(ICAL.Time.fromDateString(from));
      const days: string[] = [];
      for (let next = theirs.next(); next; next = theirs.next()) days.push(next.toString());
      expect(daysOf(every, from)).toEqual(days);
    }),
  );
});

it('holds every meeting on a business day, each day once, and moves it no further than the nearest', () => {
  fc.assert(
    fc.property(series, fc.constantFrom(...WHEN_CLOSED), ({ rule: every, from }, whenClosed) => {
      const meetings = planned(every, from, whenClosed, ORDINARY_OFFICE);
      const days = meetings.flatMap(({ heldOn }) => heldOn ?? []);
      expect(new Set(days).size).toBe(days.length);
      for (const { plannedOn, heldOn } of meetings) {
        if (heldOn === null) continue;
        expect(isOpenOn(heldOn)).toBe(true);
        if (isOpenOn(plannedOn)) expect(heldOn).toBe(plannedOn);
        else expect(whenClosed === 'BEFORE' ? heldOn < plannedOn : heldOn > plannedOn).toBe(true);
        const [low, high] = [plannedOn, heldOn].sort() as [string, string];
        for (let between = addDays(low, 1); between < high; between = addDays(between, 1)) expect(isOpenOn(between)).toBe(false);
      }
    }),
  );
});

it('never goes on for more than two years', () => {
  fc.assert(
    fc.property(series, ({ rule: every, from }) => {
      expect(daysOf(every, from).at(-1)! <= addDays(from, LONGEST_DAYS)).toBe(true);
      if (/BYDAY=-?\d?FR/.test(every)) expect(new Set(daysOf(every, from).map(weekdayOf))).toEqual(new Set(['FRI']));
    }),
  );
});
