import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { caseToKeep } from './case-to-keep.js';
import { Disposal, DisposalGround } from './disposal.entity.js';

@InputType()
export class ProposeDisposalInput {
  @Field(() => ShortText) caseNumber: string;
  @Field(() => DisposalGround) ground: keyof typeof DisposalGround;
  @Field(() => ShortText, { description: 'On what it rests. It stays, so it names nobody.' }) reason: string;
}

@InputType()
export class CarryOutDisposalInput {
  @Field(() => Uuid) disposalId: string;
  @Field(() => Int) version: number;
}

@InputType()
export class WithdrawDisposalInput extends CarryOutDisposalInput {}

/**
 * Proposes that the words of a closed case go. Nothing goes before somebody else carries it out. `CONFLICT` for an open case, one whose time
 * is not over (unless its erasure was asked for), one that is held or shielded, and one for which it was proposed before.
 */
export async function proposeDisposal(work: Work, input: ProposeDisposalInput): Promise<Disposal> {
  const caseId = await caseToKeep(work, input.caseNumber);
  work.must('propose', { caseId }, Disposal);
  const nobody = { carriedOutById: null, carriedOutAt: null, withdrawnById: null, withdrawnAt: null };
  const { ground, reason } = input;
  const proposed = { caseId, ground, reason, proposedById: work.staff.staffId, proposedAt: work.now, erased: [], ...nobody };
  const disposal = await work.insert(Disposal, proposed);
  work.record('disposal.proposed', disposal, { to: await work.scope.answerableFor(caseId) });
  return disposal;
}

/**
 * Erases the words of a case, and with its last case those of the household: texts, names, contact data, the keys of files. It cannot be undone.
 * `FORBIDDEN` for whoever proposed it; `CONFLICT` when it is held, shielded, withdrawn or carried out.
 */
export async function carryOutDisposal(work: Work, input: CarryOutDisposalInput): Promise<Disposal> {
  const disposal = await open(work, input);
  work.must('carryOut', disposal);
  const { staffId } = work.staff;
  await work.save(disposal, { carriedOutById: staffId, carriedOutAt: work.now });
  const erased = await work.scope.unseen.eraseWords(disposal.caseId);
  await work.save(disposal, { erased });
  work.record('disposal.carried-out', disposal, { to: [disposal.proposedById], erased });
  return disposal;
}

/** Takes a proposal back; the case is kept. */
export async function withdrawDisposal(work: Work, input: WithdrawDisposalInput): Promise<Disposal> {
  const disposal = await open(work, input);
  work.must('withdraw', disposal);
  await work.save(disposal, { withdrawnById: work.staff.staffId, withdrawnAt: work.now });
  work.record('disposal.withdrawn', disposal, { to: [disposal.proposedById] });
  return disposal;
}

async function open(work: Work, { disposalId, version }: CarryOutDisposalInput): Promise<Disposal> {
  const disposal = await work.lock(Disposal, disposalId, version);
  if (disposal.carriedOutAt) throw conflict({ ja: 'すでに廃棄されています。', en: 'This has been carried out already.' });
  if (disposal.withdrawnAt) throw conflict({ ja: 'この廃棄は取り下げられています。', en: 'This has been withdrawn.' });
  return disposal;
}
