import type { Work } from '../../database/work.js';
import { CONSENT, INTERNAL_USE, uncovered, type Statute } from '../../permissions/bases.js';
import { COORDINATION } from '../../permissions/categories.js';
import { invalid } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { HouseholdMember } from '../cases/household-member.entity.js';
import type { SupportCase } from '../cases/support-case.entity.js';
import { Basis } from '../sharing/basis.entity.js';
import { Consent } from '../sharing/consent.entity.js';
import { endOfDay } from '../sharing/period.js';
import type { Family, LedgerBasis } from './ledger.js';

/** Records a ground of the ledger, in the name of the key person. `INVALID` for one that is over, or does not cover its categories. */
export async function importBasis(
  work: Work,
  { id: caseId, householdId }: SupportCase,
  line: LedgerBasis,
  { keyPersonId, leadAgencyId }: Family,
  transferId: string,
): Promise<void> {
  if (line.untilOn !== null && line.untilOn < work.today)
    throw invalid('untilOn', 'OUT_OF_ORDER', { ja: '期限を過ぎています。', en: 'This is over already.' });
  const place = { caseId, category: COORDINATION, provision: line.provision, purpose: line.purpose, staffId: keyPersonId } as const;
  const ground =
    line.kind === CONSENT
      ? await consented(work, householdId, line, { ...place, agencyId: leadAgencyId })
      : await stated(work, caseId, line);
  if (ground.consent) work.record('consent.recorded', ground.consent, { transferId });
  const basis = await work.insert(Basis, {
    ...place,
    kind: line.kind,
    agencyId: line.agencyId,
    categories: line.categories,
    since: work.now,
    until: line.untilOn === null ? null : endOfDay(line.untilOn),
    ...ground.columns,
  });
  work.record('basis.recorded', basis, { transferId, ...(basis.necessityId ? { reasonId: basis.necessityId } : {}) });
}

type Ground = Pick<Basis, 'consentId' | 'necessityId' | 'told' | 'toldOn' | 'toldHowId'>;

async function consented(
  work: Work,
  householdId: string,
  { evidence, witnessId, givenOn, untilOn }: LedgerBasis,
  place: Pick<Consent, 'caseId' | 'category' | 'provision' | 'purpose' | 'staffId' | 'agencyId'>,
): Promise<{ consent: Consent; columns: Ground }> {
  if (givenOn! > work.today)
    throw invalid('givenOn', 'OUT_OF_ORDER', { ja: '同意日が未来の日付です。', en: 'The day of the consent lies in the future.' });
  const subject = (await work.scope.first(HouseholdMember, { householdId, relation: 'SUBJECT' }))!;
  const given = { evidence: evidence!, witnessStaffId: witnessId, givenOn: givenOn!, untilOn, recordedAt: work.now };
  const consent = await work.insert(Consent, { ...place, memberId: subject.id, ...given });
  return { consent, columns: { consentId: consent.id, necessityId: null, told: 'CONSENTED', toldOn: givenOn, toldHowId: null } };
}

async function stated(work: Work, caseId: string, line: LedgerBasis): Promise<{ consent: null; columns: Ground }> {
  if (line.kind !== INTERNAL_USE && uncovered(line.kind as Statute, line.categories).length > 0)
    throw invalid('categories', 'NOT_ALLOWED', {
      ja: 'この根拠では扱えない情報区分があります。',
      en: 'This ground does not cover all of these categories.',
    });
  const about = { caseId, category: COORDINATION } as const;
  const necessityId = await explain(work, about, 'REASON', line.necessity!);
  const toldHowId = await explain(work, about, 'REASON', line.toldHow!);
  return {
    consent: null,
    columns: { consentId: null, necessityId, told: line.toldOn ? 'TOLD' : 'NOT_TOLD', toldOn: line.toldOn, toldHowId },
  };
}
