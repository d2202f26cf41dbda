import type { Work } from '../../database/work.js';
import { COORDINATION } from '../../permissions/categories.js';
import { Seat } from '../cases/seat.entity.js';
import { place, postingFor, settle, type Seating } from '../cases/seats.js';
import { SeriesMember } from '../meetings/series-member.entity.js';
import { Posting } from '../people/posting.entity.js';
import { refuseWithoutBasis } from '../sharing/admit.js';
import { despite } from '../safety/conflicts.js';
import type { ConferenceSession } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';

/** For which agency and as what someone is asked, and through which seat where the session is about a case. */
type Asked = Pick<Invitation, 'staffId' | 'agencyId' | 'profession' | 'seatId'> & Partial<Pick<Invitation, 'insteadOfId'>>;

/**
 * Asks someone to a session; to one about a case they get a seat first when they have none. Whoever convenes it has
 * accepted. `INVALID` (at `path`) without a fitting posting; `CONFLICT` when they were asked before.
 */
export async function invite(
  work: Work,
  session: ConferenceSession,
  seating: Seating,
  path: string,
  insteadOfId: string | null = null,
): Promise<Invitation> {
  const { caseId } = session;
  if (!caseId) {
    const { staffId, agencyId, profession } = await postingFor(work, seating, path);
    return send(work, session, { staffId, agencyId, profession, seatId: null, insteadOfId });
  }
  const recordWaiver = await despite(work, caseId, seating.staffId, seating.despiteConflict);
  const held = await work.scope.first(Seat, { caseId, staffId: seating.staffId, until: null });
  const seat = held ?? (await newSeat(work, session, caseId, seating, path));
  const { staffId, agencyId, profession } = seat;
  const invitation = await send(work, session, { staffId, agencyId, profession, seatId: seat.id, insteadOfId });
  await recordWaiver();
  if (!held) await settle(work, seat);
  return invitation;
}

async function send(work: Work, session: ConferenceSession, asked: Asked): Promise<Invitation> {
  const isConvener = asked.staffId === session.staffId;
  const invitation = await work.insert(Invitation, {
    caseId: session.caseId,
    seriesId: session.seriesId,
    category: COORDINATION,
    sessionId: session.id,
    insteadOfId: null,
    withdrawnAt: null,
    ...asked,
    ...(isConvener ? { status: 'ACCEPTED', answeredAt: work.now } : { status: 'INVITED', answeredAt: null }),
    attendance: null,
    reasonId: null,
    confinedTo: session.confinedTo,
  });
  work.record('invitation.sent', invitation, { to: isConvener ? [] : [invitation.staffId] });
  return invitation;
}

/** Asks the members of a series to a session of it, as far as they are still posted as what they were named as. Answers who was asked. */
export async function inviteMembers(work: Work, session: ConferenceSession): Promise<string[]> {
  const members = await work.scope.find(SeriesMember, { seriesId: session.seriesId, until: null }, ['since', 'id']);
  const postings = await work.scope.find(Posting, {
    staffId: { $in: members.map((member) => member.staffId) },
    since: { $lte: work.today },
  });
  const current = postings.filter((posting) => posting.until === null || posting.until >= work.today);
  const asked = members.filter((member) =>
    current.some(
      (posting) => posting.staffId === member.staffId && posting.agencyId === member.agencyId && posting.profession === member.profession,
    ),
  );
  for (const { staffId, agencyId, profession } of asked) await send(work, session, { staffId, agencyId, profession, seatId: null });
  return asked.map((member) => member.staffId);
}

/** Who is asked under a statute needs no other basis for this session; otherwise an agency from outside comes on one. */
async function newSeat(work: Work, { confinedTo }: ConferenceSession, caseId: string, seating: Seating, path: string): Promise<Seat> {
  work.must('give', { caseId }, Seat);
  const posting = await postingFor(work, seating, path);
  if (confinedTo === null) await refuseWithoutBasis(work, caseId, posting.agencyId);
  return place(work, caseId, posting);
}
