import type { Work } from '../../database/work.js';
import type { Type } from '../../database/shape.js';
import { COORDINATION } from '../../permissions/categories.js';
import type { Category, InformationCategory } from '../cases/category.js';
import { Basis } from './basis.entity.js';
import { BasisEnd } from './basis-end.entity.js';

/** What of a basis says whether it holds, and for whom and what. */
export type Ground = Pick<Basis, 'id' | 'provision' | 'agencyId' | 'categories' | 'until'>;

/** The live bases of a case at the instant of a run: what each of its agencies may know. */
export interface Shared<Of extends Ground = Ground> {
  /** Whether an agency has a live basis for a category; what only coordinates needs none of its own. */
  knows(agencyId: string, category: Category): boolean;
  /** Whether an agency has any live basis at all. */
  takesPart(agencyId: string): boolean;
  readonly bases: readonly Of[];
}

/** What says who may know what of a case: to be read together with what else is asked of it. */
export const groundsOn = (caseId: string) =>
  [
    { type: Basis as Type<Ground>, where: { caseId }, columns: ['id', 'provision', 'agencyId', 'categories', 'until'] },
    { type: BasisEnd as Type<Pick<BasisEnd, 'basisId'>>, where: { caseId }, columns: ['basisId'] },
  ] as const;

/** What is shared on a case, with all that is said of each basis. */
export async function sharedOn(work: Work, caseId: string): Promise<Shared<Basis>> {
  const [ends, bases] = await Promise.all([work.scope.find(BasisEnd, { caseId }), work.scope.find(Basis, { caseId }, ['since', 'id'])]);
  return sharedBy(work, bases, ends);
}

/** What these grounds share at the instant of a run. Permitted and not denied: a refusal of the client outweighs every other ground. */
export function sharedBy<Of extends Ground>(work: Work, found: readonly Of[], ends: readonly Pick<BasisEnd, 'basisId'>[]): Shared<Of> {
  const ended = new Set(ends.map((end) => end.basisId));
  const bases = found.filter((basis) => !ended.has(basis.id) && (basis.until === null || basis.until > work.now));
  const names = (provision: Ground['provision'], agencyId: string, category: InformationCategory) =>
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
