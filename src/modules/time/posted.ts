import type { Work } from '../../database/work.js';
import { invalid } from '../../refusal.js';
import { Posting } from '../people/posting.entity.js';

/** `INVALID` at `input.agencyId` for somebody who neither works for the agency today nor will. */
export async function refuseNotPosted(work: Work, staffId: string, agencyId: string): Promise<void> {
  const postings = await work.scope.find(Posting, { staffId, agencyId });
  if (postings.some(({ until }) => until === null || until >= work.today)) return;
  throw invalid('input.agencyId', 'UNKNOWN', {
    ja: 'この人はこの機関に配置されていません。',
    en: 'This person is not posted to this agency.',
  });
}
