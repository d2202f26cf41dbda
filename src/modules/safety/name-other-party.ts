import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Kana, Narrative, ShortText, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid } from '../../refusal.js';
import { refuseClosed } from '../cases/give-seat.js';
import { Seat } from '../cases/seat.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { noticeConflict } from './conflicts.js';
import { OtherParty, OtherPartyRelation } from './other-party.entity.js';

@InputType()
export class NameOtherPartyInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => ShortText) name: string;
  @Field(() => Kana) kana: string;
  @Field(() => CalendarDate, { nullable: true }) bornOn?: string | null;
  @Field(() => OtherPartyRelation) relation: keyof typeof OtherPartyRelation;
  @Field(() => Uuid, { nullable: true, description: 'When they, or a relative of theirs, are of the staff.' }) staffId?: string | null;
  @Field(() => Uuid, { nullable: true, description: 'When they, or a relative of theirs, work for an agency.' }) agencyId?: string | null;
  @Field(() => Narrative) reason: string;
}

@InputType()
export class EndOtherPartyInput {
  @Field(() => Uuid) otherPartyId: string;
  @Field(() => Int) version: number;
}

/**
 * Records from whom the household is protected. Whoever of the staff is connected with them is seated or asked from now on only when
 * the key person says so; those who are on the case already are pointed out to the key person and the managers.
 * `FORBIDDEN` unless one may write of violence and abuse.
 */
export async function nameOtherParty(work: Work, input: NameOtherPartyInput): Promise<OtherParty> {
  const supportCase = await work.lock(SupportCase, input.caseId);
  const { id: caseId, householdId } = supportCase;
  const place = { caseId, category: 'SAFETY' } as const;
  work.must('write', place, OtherParty);
  refuseClosed(supportCase);
  const { name, kana, relation, reason, bornOn = null, staffId = null, agencyId = null } = input;
  if (bornOn && bornOn > work.today)
    throw invalid('input.bornOn', 'OUT_OF_ORDER', { ja: '生年月日が未来の日付です。', en: 'The birth date lies in the future.' });
  if (staffId) await work.scope.one(Staff, staffId);
  if (agencyId) await work.scope.one(Agency, agencyId);
  const about = { name, kana, bornOn, relation, staffId, agencyId, reason };
  const named = await work.insert(OtherParty, { ...place, householdId, ...about, since: work.now, until: null });
  work.record('other-party.named', named);
  for (const seat of await work.scope.find(Seat, { caseId, until: null }, ['since', 'id'])) await noticeConflict(work, named, seat.staffId);
  return named;
}

/** Ends what was recorded of an other party, when it was wrong or is over. `CONFLICT` when it has ended. */
export async function endOtherParty(work: Work, input: EndOtherPartyInput): Promise<OtherParty> {
  const party = await work.lock(OtherParty, input.otherPartyId, input.version);
  work.must('write', party);
  if (party.until !== null) throw conflict({ ja: 'この記録はすでに終了しています。', en: 'This has already ended.' });
  await work.save(party, { until: work.now });
  work.record('other-party.ended', party);
  return party;
}
