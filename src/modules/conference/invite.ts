import type { Work } from '../../database/work.js';
import { COORDINATION } from '../../permissions/categories.js';
import { Seat } from '../cases/seat.entity.js';
import { place, postingFor, settle, type Seating } from '../cases/seats.js';
import { refuseWithoutBasis } from '../sharing/admit.js';
import type { ConferenceSession } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';

/**
 * Asks someone to a session, giving them a seat on the case first when they have none. Whoever convenes it has
 * accepted. `INVALID` (at `path`) without a fitting posting; `CONFLICT` when they were asked before.
 */
export async function invite(work: Work, session: ConferenceSession, seating: Seating, path: string): Promise<Invitation> {
  const { caseId, staffId: convenerId } = session;
  const held = await work.scope.first(Seat, { caseId, staffId: seating.staffId, until: null });
  const seat = held ?? (await newSeat(work, session, seating, path));
  const { staffId, agencyId, profession } = seat;
  const invitation = await work.insert(Invitation, {
    caseId,
    category: COORDINATION,
    sessionId: session.id,
    seatId: seat.id,
    staffId,
    agencyId,
    profession,
    ...(staffId === convenerId ? { status: 'ACCEPTED', answeredAt: work.now } : { status: 'INVITED', answeredAt: null }),
    attendance: null,
    reasonId: null,
    confinedTo: session.confinedTo,
  });
  work.record('invitation.sent', invitation, { to: staffId === convenerId ? [] : [staffId] });
  if (!held) await settle(work, seat);
  return invitation;
}

/** Who is asked under a statute needs no other basis for this session; otherwise an agency from outside comes on one. */
async function newSeat(work: Work, { caseId, confinedTo }: ConferenceSession, seating: Seating, path: string): Promise<Seat> {
  work.must('give', { caseId }, Seat);
  const posting = await postingFor(work, seating, path);
  if (confinedTo === null) await refuseWithoutBasis(work, caseId, posting.agencyId);
  return place(work, caseId, posting);
}
