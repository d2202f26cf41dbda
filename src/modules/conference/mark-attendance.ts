import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { Seat } from '../cases/seat.entity.js';
import { Posting } from '../people/posting.entity.js';
import { ConferenceSession } from './conference-session.entity.js';
import { AttendanceStatus, Invitation } from './invitation.entity.js';
import { attended } from './mandatory.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class MarkAttendanceInput {
  @Field(() => Uuid) invitationId: string;
  @Field(() => Int) version: number;
  @Field(() => AttendanceStatus) attendance: keyof typeof AttendanceStatus;
}

/**
 * Notes whether someone invited came (出欠), came late, or sent somebody, or corrects it. `CONFLICT` unless the session is open, for someone
 * whose seat or posting has ended meanwhile, and for a delegate whom nobody has named.
 */
export async function markAttendance(work: Work, input: MarkAttendanceInput): Promise<Invitation> {
  const { sessionId } = await work.scope.one(Invitation, input.invitationId);
  const session = await work.lock(ConferenceSession, sessionId);
  const invitation = await work.lock(Invitation, input.invitationId, input.version);
  work.must('mark', invitation);
  refuseUnless(session, 'OPEN');
  if (attended(input)) await refuseGone(work, invitation);
  if (input.attendance === 'DELEGATED' && invitation.status !== 'DELEGATED')
    throw conflict({ ja: '代理が立てられていません。', en: 'Nobody stands in for them.' });
  await work.save(invitation, { attendance: input.attendance });
  work.record('attendance.marked', invitation);
  return invitation;
}

/** Someone whose seat on the case, or whose work for the agency, has ended is there no longer for it. */
async function refuseGone(work: Work, { seatId, staffId, agencyId, profession }: Invitation): Promise<void> {
  const seat = seatId ? await work.scope.first(Seat, { id: seatId }) : null;
  const postings = await work.scope.find(Posting, { staffId, agencyId, profession, since: { $lte: work.today } });
  const isPosted = postings.some((posting) => posting.until === null || posting.until >= work.today);
  if (isPosted && (!seatId || seat?.until === null)) return;
  throw conflict({
    ja: 'この人の担当または配置はすでに終了しているため、出席にできません。',
    en: 'Their seat or posting has ended: they cannot be noted as present.',
  });
}
