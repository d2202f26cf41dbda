import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Basis } from './basis.entity.js';
import { BasisEnd } from './basis-end.entity.js';
import { Consent } from './consent.entity.js';
import { stopWhatTheyCannotSee } from './stop.js';

@InputType()
export class WithdrawConsentInput {
  @Field(() => Uuid) consentId: string;
  @Field(() => Narrative) reason: string;
}

@InputType()
export class EndBasisInput {
  @Field(() => Uuid) basisId: string;
  @Field(() => Narrative) reason: string;
}

/**
 * Records that the client withdrew a consent. It acts at once: the agencies it named see no more of what rested on it, and what
 * was asked of them stops. `CONFLICT` when it was withdrawn before.
 */
export async function withdrawConsent(work: Work, input: WithdrawConsentInput): Promise<Consent> {
  const consent = await work.lock(Consent, input.consentId);
  work.must('withdraw', consent);
  await work.lock(SupportCase, consent.caseId);
  const bases = await work.scope.find(Basis, { consentId: consent.id }, ['agencyId', 'id']);
  const ended = await work.scope.find(BasisEnd, { basisId: { $in: bases.map((basis) => basis.id) } });
  const left = bases.filter((basis) => !ended.some((end) => end.basisId === basis.id));
  if (left.length === 0) throw conflict({ ja: 'この同意はすでに撤回されています。', en: 'This consent has already been withdrawn.' });
  const reasonId = await explain(work, { caseId: consent.caseId, category: COORDINATION }, 'REASON', input.reason);
  work.record('consent.withdrawn', consent, { to: left.map((basis) => basis.agencyId), reasonId });
  for (const basis of left) await end(work, basis, 'WITHDRAWN', reasonId);
  await stopWhatTheyCannotSee(work, consent.caseId, reasonId);
  return consent;
}

/** Ends a basis other than consent before its time. `CONFLICT` for a consent, which its subject withdraws, or one that has ended. */
export async function endBasis(work: Work, input: EndBasisInput): Promise<BasisEnd> {
  const basis = await work.lock(Basis, input.basisId);
  work.must('end', basis);
  await work.lock(SupportCase, basis.caseId);
  if (basis.consentId)
    throw conflict({ ja: '同意は本人の撤回として記録してください。', en: 'A consent ends when its subject withdraws it.' });
  if (await work.scope.first(BasisEnd, { basisId: basis.id }))
    throw conflict({ ja: 'この根拠はすでに終了しています。', en: 'This basis has already ended.' });
  const reasonId = await explain(work, { caseId: basis.caseId, category: COORDINATION }, 'REASON', input.reason);
  const ended = await end(work, basis, 'ENDED', reasonId);
  await stopWhatTheyCannotSee(work, basis.caseId, reasonId);
  return ended;
}

async function end(work: Work, { id: basisId, caseId, agencyId }: Basis, why: BasisEnd['why'], reasonId: string): Promise<BasisEnd> {
  const { staffId } = work.staff;
  const ended = await work.insert(BasisEnd, {
    caseId,
    category: COORDINATION,
    basisId,
    agencyId,
    why,
    reasonId,
    staffId,
    endedAt: work.now,
  });
  work.record('basis.ended', ended, { to: [agencyId], reasonId });
  return ended;
}
