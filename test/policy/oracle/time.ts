import type { Chance } from './chance.js';
import { DAY_MS, type Town } from './town.js';
import { dayOf, type Row } from './world.js';

/** When offices are open, when people work and are away, their calendars and mail, and when series of meetings meet. */
export function makeTime(chance: Chance, now: Date, town: Town, series: readonly Row[]): Row[] {
  const at = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const root = town.inside[0]!;
  const row = (type: string, columns: object): Row => ({ type, id: chance.id(), ...columns });
  const people = town.people.flatMap(({ id: staffId, postings }): Row[] => {
    const { agencyId } = chance.one(postings);
    const week = row('WorkingWeek', { staffId, agencyId, since: dayOf(at(-90)), until: null });
    return [
      week,
      row('WorkingHours', { weekId: week.id, weekday: 'MON', opens: '08:45', closes: '17:15' }),
      row('Absence', { staffId, agencyId, since: dayOf(at(2)), until: dayOf(at(3)), withdrawnAt: null }),
      row('CalendarFeed', { staffId, tokenHash: `\\x${staffId.replaceAll('-', '')}`, openedAt: at(-3), revokedAt: null }),
      row('MailChoice', { staffId, address: 'someone@example.jp', notices: true, invitations: true, reminders: [] }),
    ];
  });
  const met = series.flatMap(({ id: seriesId }): Row[] => {
    const when = { seriesId, setById: chance.one(town.people).id, opens: '10:00', closes: '12:00', since: at(-30), until: null };
    const recurrence = row('Recurrence', { ...when, rule: 'FREQ=WEEKLY;COUNT=10', beginsOn: dayOf(now), whenClosed: 'SKIP' });
    const planned = { recurrenceId: recurrence.id, plannedOn: dayOf(at(9)), place: 'x', status: 'PLANNED', isTouched: false };
    const session = { startsAt: at(9), endsAt: at(9.1), reasonId: null, sessionId: null };
    return [recurrence, row('PlannedSession', { seriesId, ...planned, ...session })];
  });
  return [
    row('OfficeCalendar', { agencyId: root, turnOfYearFrom: '12-29', turnOfYearTo: '01-03' }),
    row('ClosingDay', { agencyId: root, heldOn: dayOf(at(5)), name: 'x', withdrawnAt: null }),
    ...people,
    ...met,
  ];
}
