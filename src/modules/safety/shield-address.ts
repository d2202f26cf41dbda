import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Narrative, ShortText, Uuid } from '../../graphql/scalars.js';
import { invalid } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { HouseholdMember } from '../cases/household-member.entity.js';
import { KeyPersonTerm } from '../cases/key-person-term.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { ownSeat } from '../conference/under-way.js';
import { AddressShield } from './address-shield.entity.js';
import { openCaseOf } from './contact-details.js';
import { overseersOf } from './overseers.js';

@InputType()
export class ShieldAddressInput {
  @Field(() => Uuid, { description: 'Who asked for protection. The whole household is protected with them.' }) memberId: string;
  @Field(() => CalendarDate, { nullable: true, description: 'When they applied for it.' }) requestedOn?: string | null;
  @Field(() => ShortText, { nullable: true, description: 'Which authority confirmed the need (相談機関).' }) authority?: string | null;
  @Field(() => Narrative) reason: string;
}

/**
 * Shields a household (DV等支援措置, 住民基本台帳事務処理要領 第5の10): from this instant what reaches it is of the category SAFETY. It is
 * never refused because of what was written before: the same run takes the contact data out of every text that others read, in closed
 * sessions too, and `maskedTexts` says of how many. `CONFLICT` when the household is shielded already.
 */
export async function shieldAddress(work: Work, input: ShieldAddressInput): Promise<AddressShield> {
  const { id: memberId, householdId } = await work.scope.one(HouseholdMember, input.memberId);
  const { id: caseId } = await work.lock(SupportCase, (await openCaseOf(work, householdId)).id);
  const place = { caseId, category: 'SAFETY' } as const;
  work.must('shield', place, AddressShield);
  const { requestedOn = null, authority = null } = input;
  if (requestedOn && requestedOn > work.today)
    throw invalid('input.requestedOn', 'OUT_OF_ORDER', {
      ja: '申出日が未来の日付です。',
      en: 'The day of the application lies in the future.',
    });
  const { staffId } = work.staff;
  const { id } = await work.insert(AddressShield, {
    ...place,
    householdId,
    memberId,
    staffId,
    agencyId: ownSeat(work, caseId).agencyId,
    requestedOn,
    authority,
    reasonId: await explain(work, place, 'REASON', input.reason),
    since: work.now,
    until: null,
    endAskedById: null,
    endReasonId: null,
    endedById: null,
    maskedTexts: 0,
  });
  // The database has counted what it took out.
  const shield = await work.scope.one(AddressShield, id);
  work.record('address.shielded', shield, { to: await deciding(work, caseId), reasonId: shield.reasonId, maskedTexts: shield.maskedTexts });
  return shield;
}

/** Those who decide on a shield: the key person and the managers who oversee the case. */
export async function deciding(work: Work, caseId: string): Promise<string[]> {
  const term = await work.scope.first(KeyPersonTerm, { caseId, until: null });
  const staffIds = [...(term ? [term.staffId] : []), ...(await overseersOf(work, caseId))];
  return staffIds.filter((id) => id !== work.staff.staffId);
}
