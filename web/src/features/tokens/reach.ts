import type { Code } from '../../graphql';

export type Subject = Code<'TokenSubject'>;

/** What a token can be narrowed to, as people think of it: each part of the work with the types that belong to it. */
export const PARTS = {
  CASES: ['SupportCase', 'Seat', 'KeyPersonTerm', 'KeyPersonHandover', 'CaseloadEntry', 'PriorityTerm'],
  HOUSEHOLDS: ['Household', 'HouseholdMember', 'Schooling', 'ContactDetail', 'AddressShield', 'OtherParty', 'ConflictOfInterest'],
  RECORDS: ['Record', 'Note'],
  TASKS: ['Task', 'Postponement', 'Issue', 'Decision'],
  MEETINGS: [
    ...(['Conference', 'ConferenceSession', 'Invitation', 'AgendaItem', 'Statement', 'RoleAllocation'] as const),
    ...(['Minutes', 'MinutesConfirmation', 'MinutesCorrection', 'MeetingKind', 'MeetingSeries', 'SeriesMember'] as const),
    ...(['SeriesTarget', 'TargetReport', 'Recurrence', 'PlannedSession'] as const),
  ],
  PLANS: ['SupportPlan', 'PlanStep', 'PlanReview'],
  TIME: ['Appointment', 'OfficeCalendar', 'ClosingDay', 'WorkingWeek', 'WorkingHours', 'Absence'],
  FILES: ['Attachment'],
  GROUNDS: ['Consent', 'Basis', 'BasisEnd'],
  DIRECTORY: ['Agency', 'Staff', 'Posting'],
  TRAIL: ['TrailEntry'],
} as const satisfies Record<string, readonly Subject[]>;

export type Part = keyof typeof PARTS;
const ALL = Object.keys(PARTS) as Part[];

export const subjectsOf = (parts: readonly Part[]): Subject[] => parts.flatMap((part) => [...PARTS[part]]);

/** The parts that a token reaches, and how many types it reaches beside them. */
export function partsOf(subjects: readonly Subject[]): { readonly parts: readonly Part[]; readonly others: number } {
  const parts = ALL.filter((part) => PARTS[part].every((subject) => subjects.includes(subject)));
  const named = new Set<Subject>(subjectsOf(parts));
  return { parts, others: subjects.filter((subject) => !named.has(subject)).length };
}

export { ALL as ALL_PARTS };
