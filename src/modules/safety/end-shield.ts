import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { AddressShield } from './address-shield.entity.js';
import { deciding } from './shield-address.js';

@InputType()
export class ConfirmEndOfShieldInput {
  @Field(() => Uuid) shieldId: string;
  @Field(() => Int) version: number;
}

@InputType()
export class KeepShieldInput extends ConfirmEndOfShieldInput {}

@InputType()
export class EndShieldInput extends ConfirmEndOfShieldInput {
  @Field(() => Narrative) reason: string;
}

/** Asks for the end of a shield, with a reason. It stays until somebody else confirms. `CONFLICT` when it has ended, or was asked before. */
export async function endShield(work: Work, input: EndShieldInput): Promise<AddressShield> {
  const shield = await live(work, input);
  work.must('end', shield);
  if (shield.endAskedById !== null)
    throw conflict({ ja: '解除はすでに申し出られています。', en: 'The end of this shield has already been asked for.' });
  const endReasonId = await explain(work, shield, 'REASON', input.reason);
  await work.save(shield, { endAskedById: work.staff.staffId, endReasonId });
  work.record('shield.end-asked', shield, { to: await deciding(work, shield.caseId), reasonId: endReasonId });
  return shield;
}

/** Confirms the end of a shield that somebody else asked for: contact data is ordinary again. `CONFLICT` unless its end was asked for. */
export async function confirmEndOfShield(work: Work, input: ConfirmEndOfShieldInput): Promise<AddressShield> {
  const shield = await asked(work, input);
  const { endAskedById } = shield;
  await work.save(shield, { until: work.now, endedById: work.staff.staffId });
  work.record('shield.ended', shield, { to: [endAskedById, ...(await deciding(work, shield.caseId))] });
  return shield;
}

/** Decides that a shield stays, although somebody else asked for its end. `CONFLICT` unless its end was asked for. */
export async function keepShield(work: Work, input: KeepShieldInput): Promise<AddressShield> {
  const shield = await asked(work, input);
  const { endAskedById } = shield;
  await work.save(shield, { endAskedById: null, endReasonId: null });
  work.record('shield.kept', shield, { to: [endAskedById] });
  return shield;
}

async function live(work: Work, { shieldId, version }: ConfirmEndOfShieldInput): Promise<AddressShield> {
  const shield = await work.lock(AddressShield, shieldId, version);
  if (shield.until !== null) throw conflict({ ja: 'この支援措置は終了しています。', en: 'This shield has ended.' });
  return shield;
}

async function asked(work: Work, input: ConfirmEndOfShieldInput): Promise<AddressShield> {
  const shield = await live(work, input);
  work.must('lift', shield);
  if (shield.endAskedById === null)
    throw conflict({ ja: '解除は申し出られていません。', en: 'Nobody has asked for the end of this shield.' });
  return shield;
}
