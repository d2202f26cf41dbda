import type { Work } from '../../database/work.js';
import { notFound } from '../../refusal.js';

/** The case with a number, for whoever keeps information or oversees it. `NOT_FOUND` for everyone else, as for a number that is not there. */
export async function caseToKeep(work: Work, caseNumber: string): Promise<string> {
  const caseId = await work.scope.unseen.caseToKeep(caseNumber);
  if (!caseId) throw notFound();
  return caseId;
}
