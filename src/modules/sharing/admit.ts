import type { Work } from '../../database/work.js';
import { INTERNAL_USE } from '../../permissions/bases.js';
import { COORDINATION, INFORMATION_CATEGORIES } from '../../permissions/categories.js';
import { conflict } from '../../refusal.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Basis } from './basis.entity.js';
import { sharedOn } from './shared.js';

/** An agency outside the municipality comes to a case on a basis; `CONFLICT` without one. Its own departments bring theirs with them. */
export async function refuseWithoutBasis(work: Work, caseId: string, agencyId: string): Promise<void> {
  if ((await sharedOn(work, caseId)).takesPart(agencyId)) return;
  if ((await isInside(work, caseId, agencyId)) && !(await internalUse(work, caseId, agencyId))) return;
  throw conflict({
    ja: 'この機関に情報を提供する根拠がありません。先に本人の同意か、ほかの根拠を記録してください。',
    en: 'There is no basis for telling this agency anything. Please record the client’s consent, or another basis, first.',
  });
}

/**
 * Records the internal use of a department of the leading municipality, once, when it first takes part:
 * within one municipality, and for the purpose it holds the information for, no consent is asked (個人情報保護法 第69条1項).
 */
export async function recordInternalUse(work: Work, caseId: string, agencyId: string, staffId = work.staff.staffId): Promise<void> {
  if (await internalUse(work, caseId, agencyId)) return;
  if (!(await isInside(work, caseId, agencyId))) return;
  const basis = await work.insert(Basis, {
    caseId,
    category: COORDINATION,
    kind: INTERNAL_USE,
    consentId: null,
    provision: 'PERMIT',
    agencyId,
    categories: [...INFORMATION_CATEGORIES],
    purpose: 'SUPPORT_PLAN',
    necessityId: null,
    told: 'NOT_NEEDED',
    toldOn: null,
    toldHowId: null,
    staffId,
    since: work.now,
    until: null,
  });
  work.record('basis.recorded', basis, { to: [] });
}

/** The internal use of a department, live or ended: once ended, it does not come back by itself. */
const internalUse = (work: Work, caseId: string, agencyId: string) => work.scope.first(Basis, { caseId, agencyId, kind: INTERNAL_USE });

/** Whether an agency belongs to the same municipality as the lead agency. A case not seen yet is being opened, by the lead agency itself. */
async function isInside(work: Work, caseId: string, agencyId: string): Promise<boolean> {
  const supportCase = await work.scope.first(SupportCase, { id: caseId });
  return !supportCase || (await rootOf(work, agencyId)) === (await rootOf(work, supportCase.leadAgencyId));
}

async function rootOf(work: Work, agencyId: string): Promise<string> {
  const { id, parentId } = await work.scope.one(Agency, agencyId);
  return parentId === null ? id : rootOf(work, parentId);
}
