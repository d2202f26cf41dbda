import type { Work } from '../../database/work.js';
import { Seat } from '../cases/seat.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Posting } from '../people/posting.entity.js';

/** The managers who oversee a case: those of its lead agency and of every agency with a seat, and of the agencies above. */
export async function overseersOf(work: Work, caseId: string): Promise<string[]> {
  const { leadAgencyId } = await work.scope.one(SupportCase, caseId);
  const seats = await work.scope.find(Seat, { caseId });
  const parents = new Map((await work.scope.find(Agency, {})).map(({ id, parentId }) => [id, parentId]));
  const concerned = new Set<string>();
  for (const start of [leadAgencyId, ...seats.map((seat) => seat.agencyId)]) {
    for (let id: string | null = start; id !== null; id = parents.get(id) ?? null) concerned.add(id);
  }
  const managing = { profession: 'MANAGER', agencyId: { $in: [...concerned] }, since: { $lte: work.today } };
  const postings = await work.scope.find(Posting, managing, ['since', 'id']);
  return [...new Set(postings.filter(({ until }) => until === null || until >= work.today).map(({ staffId }) => staffId))];
}
