import { nextOpenDay, isOpenOn, ORDINARY_OFFICE } from '../../src/calendar/office.js';
import { reminderDay, REMINDERS } from '../../src/calendar/reminders.js';

describe('the day of a reminder', () => {
  it.each([
    ['2026-11-25', 'ON_THE_DAY', '2026-11-25'],
    ['2026-11-25', 'DAY_BEFORE', '2026-11-24'],
    // 勤労感謝の日 is a Monday.
    ['2026-11-24', 'DAY_BEFORE', '2026-11-20'],
    ['2026-11-25', 'START_OF_WEEK', '2026-11-24'],
    ['2026-11-30', 'WEEK_BEFORE', '2026-11-20'],
    ['2026-11-28', 'ON_THE_DAY', '2026-11-27'],
    // The week from 29 December to 3 January has no business day but its Monday.
    ['2026-12-31', 'START_OF_WEEK', '2026-12-28'],
    ['2027-01-02', 'ON_THE_DAY', '2026-12-28'],
  ] as const)('of %s, %s, is %s', (dueOn, reminder, day) => {
    expect(reminderDay(dueOn, reminder, ORDINARY_OFFICE)).toBe(day);
  });

  it('is always a business day, and never after the deadline', () => {
    for (let day = '2026-01-01'; day < '2027-04-01'; day = nextOpenDay(day, 1)!)
      for (const reminder of REMINDERS) {
        const on = reminderDay(day, reminder, ORDINARY_OFFICE);
        expect(isOpenOn(on) && on <= day).toBe(true);
      }
  });
});
