import { COORDINATION } from '../../permissions/categories.js';
import { MEETING_KINDS } from '../../permissions/meeting-kinds.js';
import type { Category } from '../cases/category.js';
import type { Work } from '../../database/work.js';
import type { ActorSeat } from '../../permissions/actor.js';
import { conflict, forbidden, invalid, type Sentence } from '../../refusal.js';
import type { ConferenceSession, SessionStatus } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';

const STANDS: Readonly<Record<keyof typeof SessionStatus, Sentence>> = {
  CONVENED: { ja: 'このカンファレンスはまだ開会していません。', en: 'This session has not opened yet.' },
  OPEN: { ja: 'このカンファレンスはすでに開会しています。', en: 'This session has already opened.' },
  CLOSED: { ja: '終了したカンファレンスは変更できません。', en: 'A closed session cannot be changed.' },
  CANCELLED: { ja: 'このカンファレンスは中止されました。', en: 'This session was cancelled.' },
};

/** `CONFLICT`, saying how the session stands, unless it is in one of these states. */
export function refuseUnless(session: ConferenceSession, ...states: (keyof typeof SessionStatus)[]): void {
  if (!states.includes(session.status)) throw conflict(STANDS[session.status]);
}

/** `INVALID` at `input.category` for what the statute of a session does not let its members speak of. */
export function refuseUncovered({ kind, covers }: ConferenceSession, category: Category): void {
  const { statute, name } = MEETING_KINDS[kind];
  if (!statute || category === COORDINATION || covers.includes(category)) return;
  throw invalid('input.category', 'NOT_ALLOWED', {
    ja: `${name.ja}では扱えない情報区分です。`,
    en: `A ${name.en} cannot speak of this category.`,
  });
}

/** The seat from which a person acts on a case. `FORBIDDEN` for managers, who oversee it without one. */
export function ownSeat(work: Work, caseId: string): ActorSeat {
  const seat = work.staff.seats.find((held) => held.caseId === caseId);
  if (seat) return seat;
  throw forbidden({ ja: 'これができるのはこのケースの担当者だけです。', en: 'Only people on the case may do this.' });
}

/**
 * The seat of a person who takes part in an open session. `FORBIDDEN` for those who were not invited to it,
 * and `CONFLICT` while it is not open.
 */
export async function takePart(work: Work, session: ConferenceSession): Promise<ActorSeat> {
  const seat = ownSeat(work, session.caseId);
  if (!(await work.scope.first(Invitation, { sessionId: session.id, staffId: work.staff.staffId })))
    throw forbidden({ ja: 'これができるのはこの回に招待された人だけです。', en: 'Only people invited to this session may do this.' });
  refuseUnless(session, 'OPEN');
  return seat;
}
