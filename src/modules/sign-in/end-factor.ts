import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { Account } from './account.entity.js';
import { refuseUnlessFresh } from './fresh.js';
import { SecondFactor } from './second-factor.entity.js';

@InputType()
export class EndSecondFactorInput {
  @Field(() => Uuid) factorId: string;
  @Field(() => Int) version: number;
}

/**
 * Ends a second factor: one's own, or as an administrator that of somebody who has lost it. With the last one go the recovery codes, which stood
 * for it. Its holder is told.
 */
export async function endSecondFactor(work: Work, input: EndSecondFactorInput): Promise<SecondFactor> {
  const factor = await work.lock(SecondFactor, input.factorId, input.version);
  work.must('end', factor);
  await refuseUnlessFresh(work);
  if (factor.endedAt !== null) throw conflict({ ja: 'すでに使われていません。', en: 'It is not in use any more.' });
  await work.save(factor, { endedAt: work.now });
  work.record('second-factor.ended', factor, { to: [factor.staffId] });
  const { staffId } = factor;
  const account = (await work.scope.first(SecondFactor, { staffId, endedAt: null })) ? null : await work.scope.first(Account, { staffId });
  if (account) await work.save(account, { recoveryHashes: [] });
  return factor;
}
