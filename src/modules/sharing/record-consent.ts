import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Uuid } from '../../graphql/scalars.js';
import { CONSENT } from '../../permissions/bases.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict, invalid } from '../../refusal.js';
import { InformationCategory } from '../cases/category.js';
import { refuseClosed } from '../cases/give-seat.js';
import { HouseholdMember } from '../cases/household-member.entity.js';
import { Seat } from '../cases/seat.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { Basis } from './basis.entity.js';
import { Consent, Evidence, Provision, Purpose } from './consent.entity.js';
import { endOfDay, refuseEmptyPeriod } from './period.js';
import { sharedOn } from './shared.js';

@InputType()
export class RecordConsentInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => Uuid, { description: 'The support subject: nobody else of the household can consent.' }) memberId: string;
  @Field(() => Provision, { defaultValue: 'PERMIT' }) provision: keyof typeof Provision;
  @Field(() => [Uuid], { description: 'Who may know (or, for DENY, may not).' }) agencyIds: string[];
  @Field(() => [InformationCategory]) categories: InformationCategory[];
  @Field(() => Purpose) purpose: keyof typeof Purpose;
  @Field(() => Evidence) evidence: keyof typeof Evidence;
  @Field(() => Uuid, { nullable: true, description: 'Needed for a verbal consent; another than who records it.' }) witnessStaffId?:
    string | null;
  @Field(() => CalendarDate) givenOn: string;
  @Field(() => CalendarDate, { nullable: true, description: 'The last day it holds.' }) untilOn?: string | null;
}

/**
 * Records what the support subject agreed to, or refused: which agencies may know which categories, for what and until when.
 * `INVALID` for anyone but the subject, a verbal consent without another witness, a period that ends before it begins;
 * `CONFLICT` with a live consent that says the opposite: it has to be withdrawn first.
 */
export async function recordConsent(work: Work, input: RecordConsentInput): Promise<Consent> {
  const supportCase = await work.lock(SupportCase, input.caseId);
  work.must('record', { caseId: supportCase.id }, Consent);
  refuseClosed(supportCase);
  await refuseWrong(work, supportCase, input);
  await refuseContradiction(work, input);
  const { caseId, memberId, provision, purpose, evidence, givenOn, witnessStaffId = null, untilOn = null } = input;
  const { staffId } = work.staff;
  const agencyId = (await work.scope.first(Seat, { caseId, staffId, until: null }))?.agencyId ?? supportCase.leadAgencyId;
  const place = { caseId, category: COORDINATION, provision, purpose, staffId } as const;
  const consent = await work.insert(Consent, {
    ...place,
    agencyId,
    memberId,
    evidence,
    witnessStaffId,
    givenOn,
    untilOn,
    recordedAt: work.now,
  });
  work.record('consent.recorded', consent, { to: input.agencyIds });
  for (const recipient of new Set(input.agencyIds)) {
    const { id } = await work.scope.one(Agency, recipient);
    const basis = await work.insert(Basis, {
      ...place,
      kind: CONSENT,
      consentId: consent.id,
      agencyId: id,
      categories: [...new Set(input.categories)],
      necessityId: null,
      told: 'CONSENTED',
      toldOn: givenOn,
      toldHowId: null,
      since: work.now,
      until: untilOn === null ? null : endOfDay(untilOn),
    });
    work.record('basis.recorded', basis, { to: [id] });
  }
  return consent;
}

async function refuseWrong(work: Work, supportCase: SupportCase, input: RecordConsentInput): Promise<void> {
  const member = await work.scope.one(HouseholdMember, input.memberId);
  if (member.householdId !== supportCase.householdId || member.relation !== 'SUBJECT') {
    throw invalid('input.memberId', 'NOT_ALLOWED', {
      ja: '同意できるのは支援対象者本人だけです。',
      en: 'Only the support subject can consent.',
    });
  }
  if (input.givenOn > work.today)
    throw invalid('input.givenOn', 'OUT_OF_ORDER', { ja: '同意日が未来の日付です。', en: 'The day of the consent lies in the future.' });
  refuseEmptyPeriod(work, input);
  if (input.evidence !== 'VERBAL_WITH_WITNESS') return;
  const witness = input.witnessStaffId ? await work.scope.first(Staff, { id: input.witnessStaffId }) : null;
  if (witness && witness.id !== work.staff.staffId) return;
  throw invalid('input.witnessStaffId', 'REQUIRED', {
    ja: '口頭の同意には、記録者以外の立会人が必要です。',
    en: 'A verbal consent needs a witness other than who records it.',
  });
}

async function refuseContradiction(work: Work, { caseId, provision, agencyIds, categories }: RecordConsentInput): Promise<void> {
  const { bases } = await sharedOn(work, caseId);
  const opposite = bases.some(
    (basis) =>
      basis.kind === CONSENT &&
      basis.provision !== provision &&
      agencyIds.includes(basis.agencyId) &&
      basis.categories.some((category) => categories.includes(category)),
  );
  if (opposite)
    throw conflict({
      ja: '有効な同意と矛盾します。先にその同意の撤回を記録してください。',
      en: 'A live consent says the opposite. Please record its withdrawal first.',
    });
}
