import { STATUTES, type Statute } from './bases.js';
import type { InformationCategory } from './categories.js';

/*
 * What the kinds of meetings are made of. The kinds themselves are rows (`meeting_kind`): those that ship come with the migrations,
 * a municipality adds its own. No code knows one of them by name but the conference, which is what a session is unless told otherwise.
 */

/** What a session of a case is, unless its convener says otherwise. */
export const CASE_CONFERENCE = 'CASE_CONFERENCE';

/** What a meeting is about: one client, or each client of a caseload in turn. */
export const MEETING_SUBJECTS = ['ONE_CASE', 'CASELOAD'] as const;

/** What a meeting may decide. */
export const MATTERS = ['PLAN', 'TASK', 'KEY_PERSON', 'PRIORITY', 'CLOSING'] as const;
export type Matter = (typeof MATTERS)[number];

/** How often a meeting is promised: so many times in each. */
export const CADENCES = ['WEEK', 'MONTH', 'YEAR'] as const;

/** What fills the agenda by itself, beside what is unfinished: every client of the caseload, or those without a next appointment. */
export const AGENDA_SOURCES = ['NOTHING', 'CASELOAD', 'WITHOUT_APPOINTMENT'] as const;

/** The categories that members of a meeting may speak of among themselves; none where each agency needs a basis of its own. */
export const coveredBy = (statute: Statute | null): readonly InformationCategory[] => (statute ? STATUTES[statute].covers : []);
