import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { ConferenceSession } from './conference-session.entity.js';
import { AttendanceStatus, Invitation } from './invitation.entity.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class MarkAttendanceInput {
  @Field(() => Uuid) invitationId: string;
  @Field(() => Int) version: number;
  @Field(() => AttendanceStatus) attendance: keyof typeof AttendanceStatus;
}

/** Notes whether someone invited came (出欠), or corrects it. `CONFLICT` unless the session is open. */
export async function markAttendance(work: Work, input: MarkAttendanceInput): Promise<Invitation> {
  const { sessionId } = await work.scope.one(Invitation, input.invitationId);
  const session = await work.lock(ConferenceSession, sessionId);
  const invitation = await work.lock(Invitation, input.invitationId, input.version);
  work.must('mark', invitation);
  refuseUnless(session, 'OPEN');
  await work.save(invitation, { attendance: input.attendance });
  work.record('attendance.marked', invitation);
  return invitation;
}
