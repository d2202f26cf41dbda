import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, ShortText } from '../../graphql/scalars.js';
import { denial } from '../../permissions/actions.js';
import { ON_CASE_PROFESSIONS } from '../../permissions/professions.js';
import { forbidden, notFound } from '../../refusal.js';
import { InformationCategory } from '../cases/category.js';
import { Agency } from '../people/agency.entity.js';
import { Posting } from '../people/posting.entity.js';
import { begin, refuseUnfit } from './begin.js';
import { ExtraordinaryAccess } from './extraordinary-access.entity.js';

@InputType()
export class BreakGlassInput {
  @Field(() => ShortText, { description: 'The number by which people call the case.' }) caseNumber: string;
  @Field(() => [InformationCategory]) categories: InformationCategory[];
  @Field(() => Narrative, { description: 'What the emergency is, and why these categories are needed now.' }) reason: string;
  @Field(() => Int, { description: 'How long, from 5 minutes to 24 hours (1440).' }) minutes: number;
}

/**
 * Opens categories of a case in an emergency, for reading and for a short time, to someone whom seat, need to know or basis do not
 * let see them. The key person and the managers hear of it at once, and it is reviewed. `FORBIDDEN` to managers, administrators,
 * information officers and people of agencies outside; `NOT_FOUND` for an unknown number and for a case of another municipality,
 * which is the same answer; `INVALID` for a time out of bounds; `CONFLICT` while one is live.
 */
export async function breakGlass(work: Work, input: BreakGlassInput): Promise<ExtraordinaryAccess> {
  work.must('breakGlass', {}, ExtraordinaryAccess);
  await refuseOutsiders(work);
  refuseUnfit(input);
  const found = await work.scope.inEmergency(input.caseNumber, work.staff.staffId);
  if (!found) throw notFound();
  return begin(work, input, { kind: 'BREAK_GLASS', ...found }, input.reason);
}

/** Whoever works on cases for a municipality only as somebody of an agency outside it has no glass to break. */
async function refuseOutsiders(work: Work): Promise<void> {
  const postings = await work.scope.find(Posting, {
    staffId: work.staff.staffId,
    profession: { $in: ON_CASE_PROFESSIONS },
    since: { $lte: work.today },
  });
  const agencies = new Map((await work.scope.find(Agency, {})).map((agency) => [agency.id, agency]));
  const isInside = (id: string): boolean => {
    const { kind, parentId } = agencies.get(id)!;
    return parentId === null ? kind === 'MUNICIPALITY' : isInside(parentId);
  };
  const current = postings.filter(({ until }) => until === null || until >= work.today);
  if (!current.some(({ agencyId }) => isInside(agencyId))) throw forbidden(denial('breakGlass', 'ExtraordinaryAccess'));
}
