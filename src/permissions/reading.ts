import type { ActorMeeting, LiveAccess, Place, StaffActor } from './actor.js';
import { COORDINATION, type InformationCategory } from './categories.js';
import { AS_MEMBER, grant, type Because } from './grant.js';
import { groupBy, unique } from './groups.js';
import { AS_LOOKING } from './looking.js';
import { categoriesAt, type Level, type NeedToKnow, type NeedToKnowRow } from './need-to-know.js';
import type { Conditions, Grant, Operators } from './rules.js';
import { CONFINABLE, CONTENT, COORDINATING, RESPONSIBILITY } from './subjects.js';

/** What a seat may know: what its profession needs, as far as its agency has a live basis for it. */
export const known = (table: NeedToKnow, who: NeedToKnowRow, level: Level, shared: readonly InformationCategory[]) =>
  categoriesAt(table, who, level).filter((category) => shared.includes(category));

/** Who writes contact data may hand it in for a shielded household too, where they do not read it afterwards. */
export const handedIn = (written: readonly InformationCategory[]): readonly InformationCategory[] =>
  written.includes('IDENTITY') ? [...written, 'SAFETY'] : written;

/** What someone with this row of the need-to-know table reads of these cases, which all share the same categories with them. */
export const asNeeded = (because: Because, table: NeedToKnow, who: NeedToKnowRow, cases: readonly Place[]): Grant[] =>
  reading(because, cases, (level) => known(table, who, level, cases[0]?.shared ?? []));

/** What an extraordinary access opens while it lives: reading, and nothing else, whatever basis and need to know say. */
export const inExtraordinaryCase = (access: LiveAccess): Grant[] =>
  reading({ ...AS_LOOKING[access.kind], accessId: access.accessId }, [access], () => access.categories);

/** What can be read of cases by someone who reaches these categories at each level. */
function reading(
  because: Because,
  cases: readonly Pick<Place, 'caseId' | 'householdId'>[],
  reached: (level: Level) => readonly InformationCategory[],
): Grant[] {
  if (cases.length === 0) return [];
  const caseId = { $in: unique(cases.map((place) => place.caseId)) };
  const householdId = { $in: unique(cases.map((place) => place.householdId)) };
  const at = (level: Level) => ({ $in: [COORDINATION, ...reached(level)] });
  return [
    grant(because, 'read', 'SupportCase', { id: caseId }),
    grant(because, 'read', 'Household', { id: householdId }),
    grant(because, 'read', 'HouseholdMember', { householdId, category: at('READ') }),
    grant(because, 'read', 'Schooling', { householdId, category: at('READ') }),
    grant(because, 'read', 'ContactDetail', { householdId, category: at('READ') }),
    ...readingRows(because, { caseId }, at).map(unconfined),
  ];
}

/** The rows of a case, by the level that each kind of row asks. */
function readingRows(because: Because, where: Conditions, at: (level: Level) => Operators): Grant[] {
  return [
    ...COORDINATING.map((subject) => grant(because, 'read', subject, { ...where, category: COORDINATION })),
    ...RESPONSIBILITY.map((subject) => grant(because, 'read', subject, { ...where, category: at('HEADLINE') })),
    ...CONTENT.map((subject) => grant(because, 'read', subject, { ...where, category: at('READ') })),
    grant(because, 'read', 'Note', { ...where, category: at('READ') }),
    grant(because, 'read', 'Note', { ...where, category: at('HEADLINE'), kind: 'REASON' }),
    grant(because, 'read', 'TrailEntry', { ...where, category: at('READ') }),
    grant(because, 'read', 'TrailEntry', { ...where, category: at('HEADLINE'), aboutType: { $in: RESPONSIBILITY } }),
  ];
}

/** A grant that does not reach what is confined to the members of one session. */
const unconfined = (given: Grant): Grant =>
  CONFINABLE.has(given.subject) ? { ...given, conditions: { ...given.conditions, confinedTo: null } } : given;

/** What the members of sessions held without consent read and say there: within the statute, and within what their work needs. */
function inMeetings(actor: StaffActor, table: NeedToKnow, who: NeedToKnowRow, meetings: readonly ActorMeeting[]): Grant[] {
  if (!meetings[0]) return [];
  const { covers } = meetings[0];
  const where = { confinedTo: { $in: meetings.map((meeting) => meeting.sessionId) } };
  const at = (level: Level) => ({ $in: [COORDINATION, ...known(table, who, level, covers)] });
  return [
    ...readingRows(AS_MEMBER, where, at).filter(({ subject }) => CONFINABLE.has(subject)),
    grant(AS_MEMBER, 'write', 'Statement', { ...where, category: { $in: known(table, who, 'WRITE', covers) }, staffId: actor.staffId }),
    grant(AS_MEMBER, 'attach', 'Attachment', { ...where, category: { $in: known(table, who, 'WRITE', covers) }, staffId: actor.staffId }),
    ...(['add', 'name', 'take'] as const).map((action) => grant(AS_MEMBER, action, SPOKEN[action], { ...where, category: at('HEADLINE') })),
  ];
}

const SPOKEN = { add: 'AgendaItem', name: 'Issue', take: 'Decision' } as const;

/** A member's own row of the table, and beside it that of the key person. */
export function membershipsOf(actor: StaffActor, table: NeedToKnow): Grant[] {
  const groups = (meetings: readonly ActorMeeting[]) => groupBy(meetings, ({ profession, covers }) => `${profession} ${covers.join()}`);
  return [
    ...groups(actor.meetings).flatMap(([, same]) => inMeetings(actor, table, same[0]!.profession, same)),
    ...groups(actor.meetings.filter((meeting) => meeting.isKeyPerson)).flatMap(([, same]) => inMeetings(actor, table, 'KEY_PERSON', same)),
  ];
}
