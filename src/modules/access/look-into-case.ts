import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { InformationCategory } from '../cases/category.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Posting } from '../people/posting.entity.js';
import { begin, refuseUnfit } from './begin.js';
import { ExtraordinaryAccess } from './extraordinary-access.entity.js';

@InputType()
export class LookIntoCaseInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => [InformationCategory]) categories: InformationCategory[];
  @Field(() => Narrative, { description: 'What the content is needed for.' }) purpose: string;
  @Field(() => Int, { description: 'How long, from 5 minutes to 24 hours (1440).' }) minutes: number;
}

/**
 * Opens the content of a case to a manager who oversees it, for a stated purpose and a short time: without one, managers see who
 * does what by when, and the trail. `FORBIDDEN` to others; `INVALID` for a time out of bounds; `CONFLICT` while one is live.
 */
export async function lookIntoCase(work: Work, input: LookIntoCaseInput): Promise<ExtraordinaryAccess> {
  const { id: caseId } = await work.lock(SupportCase, input.caseId);
  work.must('lookInto', { caseId }, ExtraordinaryAccess);
  refuseUnfit(input);
  const { staffId, managedAgencyIds } = work.staff;
  const postings = { staffId, profession: 'MANAGER', agencyId: { $in: managedAgencyIds }, since: { $lte: work.today } };
  const held = await work.scope.find(Posting, postings, ['since', 'id']);
  const posting = held.find(({ until }) => until === null || until >= work.today);
  return begin(work, input, { kind: 'OVERSIGHT', caseId, agencyId: posting!.agencyId }, input.purpose);
}
