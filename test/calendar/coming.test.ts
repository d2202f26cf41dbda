import fc from 'fast-check';
import { hindranceOf, proposals, type Hours, type Invitee, type WorkingWeek } from '../../src/calendar/coming.js';
import { dayInJapan, instantInJapan } from '../../src/calendar/japan-time.js';
import { ORDINARY_OFFICE } from '../../src/calendar/office.js';
import { WEEKDAYS } from '../../src/calendar/days.js';

const week = (hours: readonly Hours[], since = '2026-04-01', until: string | null = null): WorkingWeek => ({ since, until, hours });
const on = (...weekdays: Hours['weekday'][]) => weekdays.map((weekday): Hours => ({ weekday, opens: '08:45', closes: '17:15' }));

const invitee = (staffId: string, more: Partial<Invitee> = {}): Invitee => ({
  staffId,
  office: ORDINARY_OFFICE,
  weeks: [],
  absences: [],
  engagements: [],
  ...more,
});

/** 川越市's 就業支援専門員: 月・水・金 8:45–17:15. */
const specialist = invitee('specialist', { weeks: [week(on('MON', 'WED', 'FRI'))] });
/** A 自立支援員 of the same desk: four days, off on Wednesdays. */
const worker = invitee('worker', { weeks: [week(on('MON', 'TUE', 'THU', 'FRI'))] });

const meeting = (day: string, from: string, to: string) => ({ startsAt: instantInJapan(day, from), endsAt: instantInJapan(day, to) });
const why = (one: Invitee, day: string, from = '10:00', to = '11:00') => hindranceOf(one, meeting(day, from, to))?.why ?? null;

it('a specialist who works on Monday, Wednesday and Friday cannot come on a Tuesday, and the sentence says which days they work', () => {
  expect(why(specialist, '2026-11-18')).toBeNull();
  expect(hindranceOf(specialist, meeting('2026-11-17', '10:00', '11:00'))).toEqual({
    why: 'OFF_DAY',
    because: {
      ja: '火曜日は勤務日ではありません（勤務は月・水・金）。',
      en: 'Tuesday is not one of their working days (Monday, Wednesday, Friday).',
    },
  });
});

it('nobody is asked to come before or after their hours, on a holiday, or while they are away', () => {
  expect(why(specialist, '2026-11-18', '08:30', '09:30')).toBe('OUTSIDE_HOURS');
  expect(why(specialist, '2026-11-18', '16:30', '17:30')).toBe('OUTSIDE_HOURS');
  expect(why(specialist, '2026-11-18', '08:45', '17:15')).toBeNull();
  expect(why(specialist, '2026-11-23')).toBe('CLOSED');
  const away = { ...specialist, absences: [{ since: '2026-11-18', until: '2026-11-20' }] };
  expect(why(away, '2026-11-20')).toBe('ABSENT');
  expect(why(away, '2026-11-25')).toBeNull();
});

it('who works on Saturdays comes on a Saturday, and on no holiday', () => {
  const evenings = invitee('evenings', { weeks: [week(on('SAT', 'MON'))] });
  expect(why(evenings, '2026-11-21')).toBeNull();
  expect(why(evenings, '2026-11-23')).toBe('CLOSED');
  expect(why(evenings, '2026-11-22')).toBe('CLOSED');
});

it('a working week holds from its first day to its last; before and after, people work as offices do', () => {
  const changed = invitee('changed', { weeks: [week(on('MON'), '2026-11-16', '2026-11-22'), week(on('TUE'), '2026-11-23')] });
  expect(why(changed, '2026-11-12')).toBeNull();
  expect(why(changed, '2026-11-17')).toBe('OFF_DAY');
  expect(why(changed, '2026-11-24')).toBeNull();
  expect(why(changed, '2026-11-30')).toBe('OFF_DAY');
});

it('two meetings that only touch do not keep anyone from either', () => {
  const what = { ja: 'この時間には別の予定があります。', en: 'They have another engagement at this time.' };
  const busy = invitee('busy', { engagements: [{ ...meeting('2026-11-18', '10:00', '11:00'), what }] });
  expect(why(busy, '2026-11-18', '11:00', '12:00')).toBeNull();
  expect(why(busy, '2026-11-18', '09:00', '10:00')).toBeNull();
  expect(hindranceOf(busy, meeting('2026-11-18', '10:59', '12:00'))).toEqual({ why: 'BUSY', because: what });
});

it('times are proposed at which everyone can come before others, and a specialist is not proposed on their off-days', () => {
  const found = proposals([specialist, worker], { from: '2026-11-16', to: '2026-11-22' }, 60, instantInJapan('2026-11-16', '12:00'));
  expect(found.slice(0, 3).map(({ startsAt, hindered }) => [startsAt, hindered.size])).toEqual([
    [instantInJapan('2026-11-16', '12:30'), 0],
    [instantInJapan('2026-11-20', '09:00'), 0],
    [instantInJapan('2026-11-20', '12:00'), 0],
  ]);
  for (const { startsAt, hindered } of found) {
    const day = dayInJapan(startsAt);
    if (day === '2026-11-17' || day === '2026-11-19') expect([...hindered.keys()]).toEqual(['specialist']);
    if (day === '2026-11-18') expect([...hindered.keys()]).toEqual(['worker']);
  }
});

const hours = fc.record({
  weekday: fc.constantFrom(...WEEKDAYS),
  opens: fc.constantFrom('08:30', '09:00', '10:00'),
  closes: fc.constantFrom('12:00', '16:00', '17:15', '20:00'),
});
const anyone = fc
  .uniqueArray(hours, { minLength: 1, selector: ({ weekday }) => weekday })
  .map((list) => invitee('anyone', { weeks: [week(list)] }));

it('whoever is not named as hindered in a proposal can come, and whoever is cannot', () => {
  fc.assert(
    fc.property(fc.array(anyone, { minLength: 1, maxLength: 4 }), fc.integer({ min: 15, max: 240 }), (people, minutes) => {
      const named = people.map((one, at) => ({ ...one, staffId: String(at) }));
      for (const { hindered, ...span } of proposals(
        named,
        { from: '2026-11-16', to: '2026-11-24' },
        minutes,
        instantInJapan('2026-11-01', '00:00'),
      ))
        for (const one of named) expect(hindranceOf(one, span) === null).toBe(!hindered.has(one.staffId));
    }),
    { numRuns: 40 },
  );
});
