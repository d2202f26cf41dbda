import type { LiveAccess, StaffActor } from './actor.js';
import { AS_CONCERNED, AS_STAFF, grant, type Because } from './grant.js';
import { ON_CASE_PROFESSIONS } from './professions.js';
import type { Grant, Operators } from './rules.js';

/** As what somebody reads through an extraordinary access. */
export const AS_LOOKING: Readonly<Record<LiveAccess['kind'], Because>> = {
  BREAK_GLASS: { as: 'BREAK_GLASS', ja: '緊急閲覧として', en: 'by break-glass' },
  OVERSIGHT: { as: 'OVERSIGHT', ja: '目的を明示した管理者の閲覧として', en: 'as a manager with a stated purpose' },
};

/** What goes with answering for a case: seeing who looked into it, and why, and judging that; oneself excepted. */
export const answering = (because: Because, { staffId }: StaffActor, caseId: Operators): Grant[] => [
  grant(because, 'read', 'ExtraordinaryAccess', { caseId }),
  grant(because, 'read', 'Note', { caseId, kind: 'ACCESS' }),
  grant(because, 'review', 'ExtraordinaryAccess', { caseId, staffId: { $ne: staffId } }),
  grant(because, 'read', 'AccessEntry', { caseId }),
  grant(because, 'read', 'AccessSummary', { caseId }),
  grant(because, 'oversee', 'AccessEntry', { caseId }),
];

/** Breaking the glass, and what became of every extraordinary access of one's own. */
export function looking(actor: StaffActor): Grant[] {
  const { accessIds, noteIds } = actor.ownAccesses;
  const own = { staffId: actor.staffId };
  return [
    ...(actor.postings.some(({ profession }) => ON_CASE_PROFESSIONS.includes(profession))
      ? [grant(AS_STAFF, 'breakGlass', 'ExtraordinaryAccess')]
      : []),
    grant(AS_CONCERNED, 'read', 'ExtraordinaryAccess', own),
    grant(AS_CONCERNED, 'end', 'ExtraordinaryAccess', own),
    grant(AS_CONCERNED, 'read', 'Note', { id: { $in: noteIds } }),
    grant(AS_CONCERNED, 'read', 'TrailEntry', { aboutType: 'ExtraordinaryAccess', aboutId: { $in: accessIds } }),
  ];
}
