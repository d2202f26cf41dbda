import { rowsOf, type Row, type World } from './world.js';

/** How one field of an answer leads to rows: which they are among all rows, and what is asked of each. */
export interface Link {
  readonly type: string;
  readonly of: (row: Row, parent: Row) => boolean;
  readonly many: boolean;
  readonly below: Links;
}
export interface Links {
  readonly [field: string]: Link;
}

const to = (type: string, by: string, below: Links = {}): Link => ({ type, of: (row, from) => row.id === from[by], many: false, below });
const one = (type: string, by: string, where: (row: Row) => boolean, below: Links = {}): Link => ({
  ...many(type, by, below, where),
  many: false,
});
const many = (type: string, by: string, below: Links = {}, where: (row: Row) => boolean = () => true): Link => ({
  type,
  of: (row, from) => row[by] === from.id && where(row),
  many: true,
  below,
});

const stands = (row: Row) => row.until === null;
const note = (by: string) => to('Note', by);
const isUnfinished = (row: Row) => ['OFFERED', 'ACCEPTED', 'IN_PROGRESS'].includes(row.status!);

const postponements = many('Postponement', 'taskId', { reason: note('reasonId'), answer: note('answerId') });
const TASK: Links = {
  case: to('SupportCase', 'caseId'),
  decision: to('Decision', 'decisionId', { issue: to('Issue', 'issueId', { result: note('resultId') }) }),
  result: note('resultId'),
  reason: note('reasonId'),
  postponements,
  openPostponement: one('Postponement', 'taskId', (row) => row.status === 'REQUESTED'),
};
const ISSUE: Links = { result: note('resultId') };
const DECISION: Links = { issue: to('Issue', 'issueId', ISSUE), task: to('Task', 'taskId', { reason: note('reasonId') }) };
const FILE: Links = { reason: note('reasonId') };
const SESSION: Links = {
  case: to('SupportCase', 'caseId'),
  cancellation: note('reasonId'),
  invitations: many('Invitation', 'sessionId', { reason: note('reasonId') }),
  agenda: many('AgendaItem', 'sessionId', { outcomeNote: note('outcomeId'), decisions: many('Decision', 'itemId', DECISION) }),
  statements: many('Statement', 'sessionId'),
  attachments: many('Attachment', 'sessionId', FILE),
  issues: many('Issue', 'sessionId', ISSUE),
  roles: many('RoleAllocation', 'sessionId'),
  decisions: many('Decision', 'sessionId', DECISION),
  minutes: one('Minutes', 'sessionId', () => true, {
    confirmations: many('MinutesConfirmation', 'minutesId', { reason: note('reasonId') }),
    corrections: many('MinutesCorrection', 'minutesId', { item: to('AgendaItem', 'itemId') }),
  }),
};
const HANDOVER: Links = { reason: note('reasonId'), answer: note('answerId') };

/** Everything that is reached from a case. */
export const CASE: Links = {
  household: to('Household', 'householdId', {
    members: many('HouseholdMember', 'householdId', {
      schoolings: many('Schooling', 'memberId'),
      contacts: many('ContactDetail', 'memberId'),
    }),
  }),
  shield: one('AddressShield', 'caseId', stands, {
    member: to('HouseholdMember', 'memberId', { contacts: many('ContactDetail', 'memberId') }),
    reason: note('reasonId'),
    endReason: note('endReasonId'),
  }),
  otherParties: many('OtherParty', 'caseId'),
  conflictsOfInterest: many('ConflictOfInterest', 'caseId'),
  closingReason: note('closingReasonId'),
  keyPerson: one('KeyPersonTerm', 'caseId', stands),
  keyPersonTerms: many('KeyPersonTerm', 'caseId'),
  openHandover: one('KeyPersonHandover', 'caseId', (row) => row.status === 'OFFERED', HANDOVER),
  seats: many('Seat', 'caseId', {}, stands),
  allSeats: many('Seat', 'caseId', { case: to('SupportCase', 'caseId') }),
  records: many('Record', 'caseId', { corrects: to('Record', 'correctsId'), attachments: many('Attachment', 'recordId', FILE) }),
  attachments: many('Attachment', 'caseId', FILE),
  tasks: many('Task', 'caseId', TASK),
  openTasks: many('Task', 'caseId', {}, isUnfinished),
  postponements: many('Postponement', 'caseId', { task: to('Task', 'taskId', TASK) }),
  issues: many('Issue', 'caseId', ISSUE),
  priority: one('PriorityTerm', 'caseId', stands, { reason: note('reasonId') }),
  priorityTerms: many('PriorityTerm', 'caseId'),
  plans: many('SupportPlan', 'caseId', {
    steps: many('PlanStep', 'planId', {}, (row) => row.droppedAt === null),
    reviews: many('PlanReview', 'planId'),
    reason: note('reasonId'),
  }),
  roles: many('RoleAllocation', 'caseId', {}, stands),
  decisions: many('Decision', 'caseId', DECISION),
  conference: one('Conference', 'caseId', () => true, { sessions: many('ConferenceSession', 'conferenceId') }),
  sessions: many('ConferenceSession', 'caseId', SESSION),
};

/** Everything that is reached from a series of meetings. */
export const SERIES: Links = {
  kind: to('MeetingKind', 'kindId'),
  members: many('SeriesMember', 'seriesId', {}, stands),
  allMembers: many('SeriesMember', 'seriesId'),
  caseload: many('CaseloadEntry', 'seriesId', { case: to('SupportCase', 'caseId') }, stands),
  sessions: many('ConferenceSession', 'seriesId', { ...SESSION, series: to('MeetingSeries', 'seriesId') }),
};

/** The disclosure ledger. */
export const BASIS: Links = {
  consent: to('Consent', 'consentId', {
    member: to('HouseholdMember', 'memberId'),
    bases: many('Basis', 'consentId'),
    attachments: many('Attachment', 'consentId'),
  }),
  necessity: note('necessityId'),
  toldHow: note('toldHowId'),
  end: one('BasisEnd', 'basisId', () => true, { reason: note('reasonId') }),
};

/** Somebody looked where they otherwise may not. */
export const ACCESS: Links = { case: to('SupportCase', 'caseId'), reason: note('reasonId'), answer: note('reviewId') };

const about = (type: string): Link => to(type, 'aboutId');
/** An entry of the trail leads to the row that it is about. */
export const ENTRY: Links = {
  case: to('SupportCase', 'caseId'),
  task: about('Task'),
  issue: about('Issue'),
  role: about('RoleAllocation'),
  seat: about('Seat'),
  keyPersonTerm: about('KeyPersonTerm'),
  handover: about('KeyPersonHandover'),
  session: about('ConferenceSession'),
  postponement: about('Postponement'),
};

/** A selection of all these links, down to the ids. */
export const selectionOf = (links: Links, key = 'id'): string =>
  `{ ${[key, ...Object.entries(links).map(([field, { below }]) => `${field} ${selectionOf(below)}`)].join(' ')} }`;

/** Something answered: its id, and what was answered of its links. */
export interface Answered {
  readonly id?: string;
  readonly seq?: number;
  readonly [field: string]: unknown;
}

/** Follows every link of an answered row, and tells of each row that a link leads to whether it was there. */
export function follow(
  world: World,
  links: Links,
  parent: Row,
  answered: Answered,
  path: string,
  tell: (candidates: readonly Row[], path: string, shown: readonly string[]) => void,
): void {
  for (const [field, link] of Object.entries(links)) {
    const candidates = rowsOf(world, link.type).filter((row) => link.of(row, parent));
    const given = [answered[field] ?? []].flat() as Answered[];
    tell(
      candidates,
      `${path}.${field}`,
      given.map(({ id }) => id!),
    );
    for (const below of given) {
      const row = candidates.find(({ id }) => id === below.id);
      if (row) follow(world, link.below, row, below, `${path}.${field}`, tell);
    }
  }
}
