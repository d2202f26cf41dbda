import type { Work } from '../../database/work.js';
import type { Busy } from '../../database/diaries.js';
import { conflict } from '../../refusal.js';
import { Staff } from '../people/staff.entity.js';
import type { ConferenceSession } from './conference-session.entity.js';

/**
 * `CONFLICT` where somebody of these has another session at the time of this one, whoever may see that; the sentence names the people
 * and nothing of what else they have. What is only planned is in nobody's way; with `ACCEPTED`, neither is what they have not accepted.
 */
export async function refuseOverlaps(
  work: Work,
  session: Pick<ConferenceSession, 'id' | 'startsAt' | 'endsAt'>,
  staffIds: readonly string[],
  counts: 'ASKED' | 'ACCEPTED' = 'ASKED',
): Promise<void> {
  const diaries = await work.scope.unseen.diaries(staffIds, session);
  const counted = (other: Busy['engagements'][number]) =>
    counts === 'ACCEPTED' ? other.status === 'ACCEPTED' : other.status !== 'PLANNED';
  const busy = diaries.filter(({ engagements }) => engagements.some((other) => other.sessionId !== session.id && counted(other)));
  if (busy.length === 0) return;
  const people = await work.scope.find(Staff, { id: { $in: busy.map(({ staffId }) => staffId) } }, ['kana', 'id']);
  throw conflict({
    ja: `${people.map(({ name }) => `${name}さん`).join('、')}にはこの時間に別の会議があります。`,
    en: `${people.map(({ name }) => name).join(', ')} ${people.length === 1 ? 'has' : 'have'} another session at this time.`,
  });
}
