import type { Work } from '../../database/work.js';
import { conflict } from '../../refusal.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';
import { spanOf } from './minutes-words.js';

/** `CONFLICT` when the person who acts has said that they will be at another session at that time: nobody is at two. */
export async function refuseElsewhere(work: Work, { id, startsAt, endsAt }: ConferenceSession): Promise<void> {
  const accepted = await work.scope.find(Invitation, { staffId: work.staff.staffId, status: 'ACCEPTED' });
  const sessions = await work.scope.find(ConferenceSession, {
    id: { $in: accepted.map((invitation) => invitation.sessionId).filter((sessionId) => sessionId !== id) },
    status: { $in: ['CONVENED', 'OPEN'] },
  });
  const other = sessions.find((session) => session.startsAt < endsAt && session.endsAt > startsAt);
  if (!other) return;
  throw conflict({
    ja: `同じ時間に別の会議への出席を約束しています（${spanOf(other.startsAt, other.endsAt)}）。`,
    en: `You will be at another session at that time (${other.startsAt.toISOString()} to ${other.endsAt.toISOString()}).`,
  });
}
