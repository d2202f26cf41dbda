import type { Work } from '../../database/work.js';
import { invalid } from '../../refusal.js';
import type { Category } from '../cases/category.js';
import { Circle } from '../tasks/circle.js';
import { NO_AGENCY } from '../tasks/owner.js';

/** Everyone on the case, once it is sure that the agency can answer for something of this category: `INVALID` at `input.agencyId` when not. */
export async function circleWith(work: Work, caseId: string, agencyId: string, category: Category): Promise<Circle> {
  const circle = await Circle.of(work, caseId);
  if (!circle.seatFor(agencyId, category)) throw invalid('input.agencyId', 'UNKNOWN', NO_AGENCY);
  return circle;
}
