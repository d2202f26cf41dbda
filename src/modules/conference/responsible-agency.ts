import type { Work } from '../../database/work.js';
import { invalid } from '../../refusal.js';
import type { Category } from '../cases/category.js';
import { Circle } from '../tasks/circle.js';
import { NO_AGENCY } from '../tasks/owner.js';
import type { ConferenceSession } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';

/**
 * Everyone on the case, once it is sure that the agency can answer for something of this category: `INVALID` at `input.agencyId`
 * when not. In a session under a statute its members can, as far as the statute covers the category.
 */
export async function circleWith(
  work: Work,
  caseId: string,
  session: ConferenceSession | null,
  agencyId: string,
  category: Category,
): Promise<Circle> {
  const { covers, id: sessionId } = session ?? { covers: [], id: null };
  const members = covers.length > 0 ? await work.scope.find(Invitation, { sessionId }) : [];
  const circle = (await Circle.of(work, caseId)).meeting(
    covers,
    members.map((member) => member.staffId),
  );
  if (!circle.seatFor(agencyId, category)) throw invalid('input.agencyId', 'UNKNOWN', NO_AGENCY);
  return circle;
}
