import type { StaffActor } from './actor.js';
import { AS_MANAGER, AS_OFFICER, AS_STAFF, grant, type Because } from './grant.js';
import type { Conditions, Grant } from './rules.js';

/*
 * How long things are kept, and what becomes of them. An information officer keeps the periods and sees what is due without seeing any case; the
 * managers who oversee a case take part in what happens to it. A disposal takes two: whoever proposed it does not carry it out.
 */

export const keeping = (actor: StaffActor): Grant[] => [
  grant(AS_STAFF, 'read', 'RetentionPeriod'),
  ...(actor.postings.some((posting) => posting.profession === 'INFORMATION_OFFICER') ? asOfficer(actor) : []),
  ...(actor.overseen.length > 0 ? disposing(AS_MANAGER, actor, { caseId: { $in: actor.overseen.map((place) => place.caseId) } }) : []),
];

const asOfficer = (actor: StaffActor): Grant[] => [
  grant(AS_OFFICER, 'change', 'RetentionPeriod'),
  grant(AS_OFFICER, 'propose', 'Disposal'),
  grant(AS_OFFICER, 'write', 'SubjectExport'),
  ...disposing(AS_OFFICER, actor, {}),
];

const disposing = (because: Because, { staffId }: StaffActor, where: Conditions): Grant[] => [
  grant(because, 'read', 'Disposal', where),
  grant(because, 'carryOut', 'Disposal', { ...where, proposedById: { $ne: staffId } }),
  grant(because, 'withdraw', 'Disposal', where),
  grant(because, 'read', 'DisposalHold', where),
  grant(because, 'place', 'DisposalHold', where),
  grant(because, 'lift', 'DisposalHold', where),
  grant(because, 'read', 'SubjectExport', where),
];
