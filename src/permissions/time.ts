import type { StaffActor } from './actor.js';
import { AS_ADMINISTRATOR, AS_CONCERNED, AS_MANAGER, AS_STAFF, grant } from './grant.js';
import type { Grant } from './rules.js';

/** When offices are open and when colleagues work is known to everyone who may have to meet them; each keeps their own, managers those of their agencies. */
export function keepingTime(actor: StaffActor): Grant[] {
  const own = { staffId: actor.staffId };
  const managed = { agencyId: { $in: actor.managedAgencyIds } };
  return [
    ...(['OfficeCalendar', 'ClosingDay', 'WorkingWeek', 'WorkingHours', 'Absence'] as const).map((subject) =>
      grant(AS_STAFF, 'read', subject),
    ),
    grant(AS_CONCERNED, 'arrange', 'WorkingWeek', own),
    grant(AS_CONCERNED, 'read', 'CalendarFeed', own),
    grant(AS_CONCERNED, 'open', 'CalendarFeed', own),
    grant(AS_CONCERNED, 'revoke', 'CalendarFeed', own),
    grant(AS_CONCERNED, 'read', 'MailChoice', own),
    grant(AS_CONCERNED, 'choose', 'MailChoice', own),
    grant(AS_CONCERNED, 'report', 'Absence', own),
    ...(actor.managedAgencyIds.length > 0
      ? [grant(AS_MANAGER, 'arrange', 'WorkingWeek', managed), grant(AS_MANAGER, 'report', 'Absence', managed)]
      : []),
    ...(actor.postings.some(({ profession }) => profession === 'SYSTEM_ADMINISTRATOR')
      ? [
          grant(AS_ADMINISTRATOR, 'administer', 'OfficeCalendar'),
          grant(AS_ADMINISTRATOR, 'administer', 'ClosingDay'),
          grant(AS_ADMINISTRATOR, 'arrange', 'WorkingWeek'),
          grant(AS_ADMINISTRATOR, 'report', 'Absence'),
        ]
      : []),
  ];
}
