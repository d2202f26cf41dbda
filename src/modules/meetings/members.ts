import type { Work } from '../../database/work.js';
import { invalid } from '../../refusal.js';
import { postingFor, type Seating } from '../cases/seats.js';
import type { MeetingKind } from './meeting-kind.entity.js';
import type { MeetingSeries } from './meeting-series.entity.js';
import { SeriesMember } from './series-member.entity.js';

/** Someone who is to take part, as posted today, and in which part. */
type Joining = Seating & { readonly part?: SeriesMember['part'] };

/**
 * Adds someone to a series from now on. `INVALID` (below `path`) without a fitting posting, and for a chair or recorder posted as
 * something else than the kind asks; `CONFLICT` for someone who takes part already, and for a second chair.
 */
export async function join(work: Work, series: MeetingSeries, kind: MeetingKind, joining: Joining, path: string): Promise<SeriesMember> {
  const { staffId, agencyId, profession } = await postingFor(work, joining, `${path}.staffId`);
  const { part = 'MEMBER' } = joining;
  const asked: readonly string[] = { CHAIR: kind.chairProfessions, RECORDER: kind.recorderProfessions, MEMBER: [] }[part];
  if (asked.length > 0 && !asked.includes(profession))
    throw invalid(`${path}.part`, 'NOT_ALLOWED', {
      ja: 'この種別の会議では、この職種の人はその役を務められません。',
      en: 'In this kind of meeting that part is not for this profession.',
    });
  const member = await work.insert(SeriesMember, {
    seriesId: series.id,
    staffId,
    agencyId,
    profession,
    part,
    since: work.now,
    until: null,
  });
  work.record('series.member-added', member, { to: [staffId] });
  return member;
}
