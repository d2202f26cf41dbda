import type { Work } from '../../database/work.js';
import { COORDINATION } from '../../permissions/categories.js';
import type { Category, InformationCategory } from '../cases/category.js';
import { Basis } from './basis.entity.js';
import { BasisEnd } from './basis-end.entity.js';

/** The live bases of a case at the instant of a run: what each of its agencies may know. */
export interface Shared {
  /** Whether an agency has a live basis for a category; what only coordinates needs none of its own. */
  knows(agencyId: string, category: Category): boolean;
  /** Whether an agency has any live basis at all. */
  takesPart(agencyId: string): boolean;
  readonly bases: readonly Basis[];
}

/** What says what is shared on a case: to be read together. */
export const groundsOn = (caseId: string) =>
  [
    { type: Basis, where: { caseId }, order: ['since', 'id'] },
    { type: BasisEnd, where: { caseId } },
  ] as const;

/** What is shared on a case. */
export async function sharedOn(work: Work, caseId: string): Promise<Shared> {
  return sharedBy(work, ...(await work.scope.lists<[Basis, BasisEnd]>(...groundsOn(caseId))));
}

/** What these grounds share at the instant of a run. Permitted and not denied: a refusal of the client outweighs every other ground. */
export function sharedBy(work: Work, found: readonly Basis[], ends: readonly BasisEnd[]): Shared {
  const ended = new Set(ends.map((end) => end.basisId));
  const bases = found.filter((basis) => !ended.has(basis.id) && (basis.until === null || basis.until > work.now));
  const names = (provision: Basis['provision'], agencyId: string, category: InformationCategory) =>
    bases.some((basis) => basis.provision === provision && basis.agencyId === agencyId && basis.categories.includes(category));
  const isShared = (agencyId: string, category: InformationCategory) =>
    names('PERMIT', agencyId, category) && !names('DENY', agencyId, category);
  const takesPart = (agencyId: string) =>
    bases.some((basis) => basis.agencyId === agencyId && basis.categories.some((category) => isShared(agencyId, category)));
  return {
    bases,
    takesPart,
    knows: (agencyId, category) => (category === COORDINATION ? takesPart(agencyId) : isShared(agencyId, category)),
  };
}
