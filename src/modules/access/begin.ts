import { v7 as newId } from 'uuid';
import type { Work } from '../../database/work.js';
import { COORDINATION, RESTRICTED_CATEGORIES } from '../../permissions/categories.js';
import { invalid } from '../../refusal.js';
import type { InformationCategory } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { businessDaysAfter } from '../../calendar/office.js';
import { ExtraordinaryAccess } from './extraordinary-access.entity.js';

const SHORTEST_MINUTES = 5;
const LONGEST_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;
/** Business days within which an extraordinary access is to be reviewed. */
const REVIEW_WITHIN = 3;

/** What someone wants to look at, and for how long. */
export interface Wanted {
  readonly categories: readonly InformationCategory[];
  readonly minutes: number;
}

/** `INVALID` for an access to nothing, and one shorter than five minutes or longer than a day. */
export function refuseUnfit({ categories, minutes }: Wanted): void {
  if (categories.length === 0)
    throw invalid('input.categories', 'REQUIRED', { ja: '情報区分を選んでください。', en: 'Please choose at least one category.' });
  if (minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES) return;
  throw invalid('input.minutes', 'NOT_ALLOWED', {
    ja: `閲覧できる時間は${SHORTEST_MINUTES}分から${LONGEST_MINUTES}分までです。`,
    en: `This can last from ${SHORTEST_MINUTES} to ${LONGEST_MINUTES} minutes.`,
  });
}

/** Begins an extraordinary access of the person who acts, from now on, and tells at once those who answer for the case. */
export async function begin(
  work: Work,
  { categories: wanted, minutes }: Wanted,
  particulars: Pick<ExtraordinaryAccess, 'kind' | 'caseId' | 'agencyId'>,
  why: string,
): Promise<ExtraordinaryAccess> {
  const { caseId } = particulars;
  const categories = [...new Set(wanted)];
  const access = await work.insert(ExtraordinaryAccess, {
    ...particulars,
    category: COORDINATION,
    staffId: work.staff.staffId,
    categories,
    // The reason can be left on the case only once the access is there.
    reasonId: newId(),
    since: work.now,
    until: new Date(work.now.getTime() + minutes * MINUTE_MS),
    endedAt: null,
    review: 'PENDING',
    reviewDueOn: businessDaysAfter(work.today, REVIEW_WITHIN, await work.scope.unseen.office(particulars.agencyId)),
    reviewerId: null,
    reviewId: null,
    reviewedAt: null,
  });
  await work.insert(Note, {
    id: access.reasonId,
    caseId,
    seriesId: null,
    category: mostGuarded(categories),
    confinedTo: null,
    kind: 'ACCESS',
    body: why,
  });
  work.record('access.begun', access, { to: await othersAnswerable(work, access), categories, reasonId: access.reasonId });
  return access;
}

/** The category for words about an access: they may touch on anything that it opened. */
export const mostGuarded = (categories: readonly InformationCategory[]): InformationCategory =>
  RESTRICTED_CATEGORIES.find((category) => categories.includes(category)) ?? categories[0]!;

/** Who hears of it: those who answer for the case, and the person who looked; nobody is told what they do themselves. */
export async function othersAnswerable(work: Work, { caseId, staffId }: ExtraordinaryAccess): Promise<string[]> {
  return [...(await work.scope.answerableFor(caseId)), staffId].filter((id) => id !== work.staff.staffId);
}
