/** Everything the rules speak about. A subject is a table; its conditions name columns of its own row. */
const DIRECTORY = [
  'Agency',
  'Staff',
  'Posting',
  'Account',
  'Session',
  'NeedToKnowCell',
  'InboxCursor',
  'MeetingKind',
  'LedgerTransfer',
] as const;
const SIGNING_IN = ['SecondFactor', 'SignInRule', 'ApiToken'] as const;
const TIME = ['OfficeCalendar', 'ClosingDay', 'WorkingWeek', 'WorkingHours', 'Absence', 'CalendarFeed', 'MailChoice'] as const;
const HOUSEHOLD = ['Household', 'HouseholdMember', 'Schooling', 'ContactDetail'] as const;

/** Rows that show who is responsible for what: seen by whoever needs the headline of their category. */
export const RESPONSIBILITY = ['Task', 'Postponement', 'Issue', 'Decision', 'AgendaItem', 'AddressShield'] as const;

/** Rows that hold what is known about the family: seen by whoever needs to read their category. */
export const CONTENT = [
  'Record',
  'Statement',
  'MinutesCorrection',
  'SupportPlan',
  'PlanStep',
  'PlanReview',
  'OtherParty',
  'ConflictOfInterest',
  'Attachment',
] as const;

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
  'CaseloadEntry',
  'Appointment',
  'PriorityTerm',
] as const;

/** Rows of a session that belong to a case, or to nobody's case but to a series of meetings. */
export const OF_A_SERIES = [
  'ConferenceSession',
  'Invitation',
  'AgendaItem',
  'Minutes',
  'MinutesConfirmation',
  'MinutesCorrection',
  'Note',
  'TrailEntry',
] as const;

/** Rows that may be confined to the members of one session. */
export const CONFINABLE: ReadonlySet<string> = new Set<string>([
  'Attachment',
  'ConferenceSession',
  'Invitation',
  'AgendaItem',
  'Statement',
  'Issue',
  'Decision',
  'Minutes',
  'MinutesConfirmation',
  'MinutesCorrection',
  'Note',
  'TrailEntry',
]);

/** What is known of who read what. Reading it is not itself logged. */
export const READINGS = ['AccessEntry', 'AccessSummary'] as const;

export const SUBJECTS = [
  ...DIRECTORY,
  ...SIGNING_IN,
  ...TIME,
  ...HOUSEHOLD,
  'SupportCase',
  ...RESPONSIBILITY,
  ...CONTENT,
  ...COORDINATING,
  'RetentionPeriod',
  'MeetingSeries',
  'SeriesMember',
  'SeriesTarget',
  'TargetReport',
  'Recurrence',
  'PlannedSession',
  'Disposal',
  'DisposalHold',
  'SubjectExport',
  'ExtraordinaryAccess',
  ...READINGS,
  'Note',
  'TrailEntry',
] as const;
export type SubjectName = (typeof SUBJECTS)[number];
