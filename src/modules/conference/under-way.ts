import { COORDINATION } from '../../permissions/categories.js';
import type { Category } from '../cases/category.js';
import type { Work } from '../../database/work.js';
import type { ActorSeat } from '../../permissions/actor.js';
import { conflict, forbidden, invalid, type Sentence } from '../../refusal.js';
import { AgendaItem } from './agenda-item.entity.js';
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
export function refuseUncovered({ confinedTo, covers }: ConferenceSession, category: Category): void {
  if (!confinedTo || category === COORDINATION || covers.includes(category)) return;
  throw invalid('input.category', 'NOT_ALLOWED', {
    ja: 'この会議の根拠となる法律では扱えない情報区分です。',
    en: 'The statute of this meeting does not let its members speak of this category.',
  });
}

/** The seat from which a person acts on a case. `FORBIDDEN` for managers, who oversee it without one. */
export function ownSeat(work: Work, caseId: string): ActorSeat {
  const seat = work.staff.seats.find((held) => held.caseId === caseId);
  if (seat) return seat;
  throw forbidden({ ja: 'これができるのはこのケースの担当者だけです。', en: 'Only people on the case may do this.' });
}

/**
 * The seat of a person who takes part in an open session, on the case that is being talked about. `FORBIDDEN` for those who
 * were not invited to it, and `CONFLICT` while it is not open.
 */
export async function takePart(work: Work, session: ConferenceSession, caseId: string): Promise<ActorSeat> {
  const seat = ownSeat(work, caseId);
  if (!(await work.scope.first(Invitation, { sessionId: session.id, staffId: work.staff.staffId })))
    throw forbidden({ ja: 'これができるのはこの回に招待された人だけです。', en: 'Only people invited to this session may do this.' });
  refuseUnless(session, 'OPEN');
  return seat;
}

/**
 * The case that is being talked about: that of the session, or in a meeting over a caseload that of the item. `INVALID` at
 * `input.itemId` where an item is needed and not named, is of another session, or is about nobody's case.
 */
export async function caseUnderTalk(work: Work, session: ConferenceSession, itemId: string | null = null): Promise<string> {
  const item = itemId ? await work.scope.first(AgendaItem, { id: itemId, sessionId: session.id }) : null;
  if (itemId && !item)
    throw invalid('input.itemId', 'UNKNOWN', { ja: 'この回の議題ではありません。', en: 'This is no item of this session.' });
  const caseId = session.caseId ?? item?.caseId;
  if (caseId) return caseId;
  throw item ? invalid('input.itemId', 'NOT_ALLOWED', NOBODYS_CASE) : invalid('input.itemId', 'REQUIRED', WHICH_ITEM);
}

const WHICH_ITEM: Sentence = { ja: 'どの議題についてかを選んでください。', en: 'Please say which item this is about.' };
export const NOBODYS_CASE: Sentence = { ja: 'この議題は特定のケースのものではありません。', en: 'This item is about nobody’s case.' };

/** Whether the person who acts leads what is talked about: as key person of the case, or as chair or recorder of the series. */
export const leads = (work: Work, { seriesId }: ConferenceSession, caseId: string | null): boolean =>
  work.staff.series.some((membership) => membership.seriesId === seriesId && membership.runs) ||
  work.staff.seats.some((seat) => seat.caseId === caseId && seat.isKeyPerson);
