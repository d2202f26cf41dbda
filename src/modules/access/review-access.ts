import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { codes } from '../../graphql/columns.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { mostGuarded, othersAnswerable } from './begin.js';
import { isLive } from './end-access.js';
import { ExtraordinaryAccess } from './extraordinary-access.entity.js';

const AccessVerdict = codes('AccessVerdict', ['JUSTIFIED', 'UNJUSTIFIED']);

@InputType()
export class ReviewExtraordinaryAccessInput {
  @Field(() => Uuid) accessId: string;
  @Field(() => AccessVerdict) verdict: keyof typeof AccessVerdict;
  @Field(() => Narrative, { description: 'Why; the person who looked reads it.' }) answer: string;
}

/**
 * Says whether an extraordinary access was justified, once, and tells the person who looked. One that was not ends at once.
 * `FORBIDDEN` to whoever looked, and to those who do not answer for the case; `CONFLICT` when it was reviewed before.
 */
export async function reviewExtraordinaryAccess(work: Work, input: ReviewExtraordinaryAccessInput): Promise<ExtraordinaryAccess> {
  const access = await work.lock(ExtraordinaryAccess, input.accessId);
  work.must('review', access);
  if (access.review !== 'PENDING')
    throw conflict({ ja: 'この閲覧はすでに確認されています。', en: 'This access has already been reviewed.' });
  const place = { caseId: access.caseId, category: mostGuarded(access.categories) };
  const reviewId = await explain(work, place, 'ACCESS', input.answer);
  const stops = input.verdict === 'UNJUSTIFIED' && isLive(work, access);
  await work.save(access, {
    review: input.verdict,
    reviewerId: work.staff.staffId,
    reviewId,
    reviewedAt: work.now,
    ...(stops ? { endedAt: work.now } : {}),
  });
  const to = await othersAnswerable(work, access);
  work.record('access.reviewed', access, { to, answerId: reviewId });
  if (stops) work.record('access.ended', access, { to });
  return access;
}
