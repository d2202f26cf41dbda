import type { Work } from '../../database/work.js';
import { invalid } from '../../refusal.js';
import { COORDINATION } from '../../permissions/categories.js';
import { ON_CASE_PROFESSIONS } from '../../permissions/professions.js';
import { recordInternalUse, refuseWithoutBasis } from '../sharing/admit.js';
import { Posting } from '../people/posting.entity.js';
import { KeyPersonTerm } from './key-person-term.entity.js';
import { Seat } from './seat.entity.js';

/** Whom to seat: a person posted today to that agency as that. Without agency and profession, their only such posting. */
export interface Seating {
  readonly staffId: string;
  readonly agencyId?: string | null;
  readonly profession?: Posting['profession'] | null;
}

/** The posting behind a seat. `INVALID` (at `path`) when they hold none that fits today, or more than one. */
export async function postingFor(work: Work, seating: Seating, path: string): Promise<Posting> {
  const postings = await work.scope.find(Posting, {
    staffId: seating.staffId,
    since: { $lte: work.today },
    profession: { $in: seating.profession ? [seating.profession] : ON_CASE_PROFESSIONS },
    ...(seating.agencyId ? { agencyId: seating.agencyId } : {}),
  });
  const current = postings.filter((posting) => posting.until === null || posting.until >= work.today);
  if (current.length === 1) return current[0]!;
  throw invalid(path, 'UNKNOWN', {
    ja: 'この人の機関と職種を、現在の配置のとおりに指定してください。',
    en: 'Please name an agency and a profession that this person is posted to today.',
  });
}

/** Gives a seat on a case to the holder of a posting, from now on, and records it. */
export async function seat(work: Work, caseId: string, posting: Posting): Promise<Seat> {
  await refuseWithoutBasis(work, caseId, posting.agencyId);
  const given = await place(work, caseId, posting);
  await settle(work, given);
  return given;
}

/** Records a new seat, and the internal use of its agency where that is new on the case. */
export async function settle(work: Work, given: Seat): Promise<void> {
  work.record('seat.given', given, { to: [given.staffId] });
  await recordInternalUse(work, given.caseId, given.agencyId);
}

/** A seat that whoever asks for it has yet to record: an invitation comes first in the trail, but needs the seat. */
export const place = (work: Work, caseId: string, { staffId, agencyId, profession }: Posting): Promise<Seat> =>
  work.insert(Seat, { caseId, category: COORDINATION, staffId, agencyId, profession, since: work.now, until: null });

/** Makes the holder of a seat key person from now on, and records it. */
export async function beginTerm(work: Work, holder: Seat): Promise<KeyPersonTerm> {
  const { caseId, staffId, agencyId } = holder;
  const term = await work.insert(KeyPersonTerm, {
    caseId,
    category: COORDINATION,
    seatId: holder.id,
    staffId,
    agencyId,
    since: work.now,
    until: null,
  });
  work.record('key-person.began', term, { to: [staffId] });
  return term;
}
