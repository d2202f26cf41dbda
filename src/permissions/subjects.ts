/** Everything the rules speak about. A subject is a table; its conditions name columns of its own row. */
const DIRECTORY = ['Agency', 'Staff', 'Posting', 'Account', 'Session', 'NeedToKnowCell', 'InboxCursor'] as const;
const HOUSEHOLD = ['Household', 'HouseholdMember', 'Schooling'] as const;

/** Rows that show who is responsible for what: seen by whoever needs the headline of their category. */
export const RESPONSIBILITY = ['Task', 'Postponement', 'Issue', 'Decision', 'AgendaItem'] as const;

/** Rows that hold what is known about the family: seen by whoever needs to read their category. */
export const CONTENT = ['Record', 'Statement'] as const;

/** Rows that only coordinate, always of the category COORDINATION. */
export const COORDINATING = [
  'Seat',
  'KeyPersonTerm',
  'KeyPersonHandover',
  'Conference',
  'ConferenceSession',
  'Invitation',
  'RoleAllocation',
  'Minutes',
  'MinutesConfirmation',
  'Consent',
  'Basis',
  'BasisEnd',
] as const;

/** Rows that may be confined to the members of one session. */
export const CONFINABLE: ReadonlySet<string> = new Set<string>([
  'ConferenceSession',
  'Invitation',
  'AgendaItem',
  'Statement',
  'Issue',
  'Decision',
  'Minutes',
  'MinutesConfirmation',
  'Note',
  'TrailEntry',
]);

export const SUBJECTS = [
  ...DIRECTORY,
  ...HOUSEHOLD,
  'SupportCase',
  ...RESPONSIBILITY,
  ...CONTENT,
  ...COORDINATING,
  'Note',
  'TrailEntry',
] as const;
export type SubjectName = (typeof SUBJECTS)[number];
