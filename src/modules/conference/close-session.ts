import { InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict } from '../../refusal.js';
import { AgendaItem } from './agenda-item.entity.js';
import { bringToNext, leaveUnsettled } from './carry.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Invitation } from './invitation.entity.js';
import { attended } from './mandatory.js';
import { Minutes } from './minutes.entity.js';
import { MinutesConfirmation } from './minutes-confirmation.entity.js';
import { OpenSessionInput } from './open-session.js';
import { refuseUnless } from './under-way.js';

@InputType()
export class CloseSessionInput extends OpenSessionInput {}

/**
 * Closes a session: from now on nothing of it changes. Its minutes are drafted with the trail's head, and each attendee is asked to
 * confirm them. `CONFLICT` while an item has no outcome, or it is not noted of everyone invited whether they came. What whoever closes it
 * cannot see holds nothing up, and shows itself by nothing: it is left unsettled and comes back.
 */
export async function closeSession(work: Work, input: CloseSessionInput): Promise<ConferenceSession> {
  const session = await work.lock(ConferenceSession, input.sessionId, input.version);
  work.must('run', session);
  refuseUnless(session, 'OPEN');
  await refuseUnsettled(work, session);
  const invitations = await work.scope.find(Invitation, { sessionId: session.id, withdrawnAt: null }, ['id']);
  refuseUnmarked(invitations);
  const left = await leaveUnsettled(work, session);
  await work.save(session, { status: 'CLOSED', closedAt: work.now });
  work.record('session.closed', session);
  for (const item of left) work.record('agenda.item-settled', item);
  const minutes = await draft(work, session);
  for (const invitation of invitations) if (attended(invitation)) await askToConfirm(work, minutes, invitation);
  await bringToNext(work, session);
  return session;
}

async function refuseUnsettled(work: Work, session: ConferenceSession): Promise<void> {
  const { length: open } = await work.scope.find(AgendaItem, { sessionId: session.id, outcome: null });
  if (open > 0)
    throw conflict({
      ja: `結論の出ていない議題が${open}件あります。決定・確認・持ち越しのいずれかにしてください。`,
      en: `${open} ${open === 1 ? 'item has' : 'items have'} no outcome. Please decide, note or carry over each of them.`,
    });
}

function refuseUnmarked(invitations: readonly Invitation[]): void {
  const unmarked = invitations.filter((invitation) => invitation.attendance === null).length;
  if (unmarked > 0)
    throw conflict({
      ja: `出欠が記録されていない人が${unmarked}人います。`,
      en: `It is not noted of ${unmarked} invited ${unmarked === 1 ? 'person' : 'people'} whether they came.`,
    });
}

async function draft(work: Work, { caseId, seriesId, id: sessionId, agencyId, confinedTo }: ConferenceSession): Promise<Minutes> {
  const { seq: headSeq, hash: headHash } = await work.scope.head();
  const minutes = await work.insert(Minutes, {
    caseId,
    seriesId,
    category: COORDINATION,
    sessionId,
    agencyId,
    staffId: work.staff.staffId,
    headSeq,
    headHash,
    draftedAt: work.now,
    confinedTo,
  });
  work.record('minutes.drafted', minutes, { headSeq, headHash });
  return minutes;
}

async function askToConfirm(
  work: Work,
  { caseId, seriesId, sessionId, confinedTo, id: minutesId }: Minutes,
  { staffId, agencyId }: Invitation,
): Promise<void> {
  const asked = await work.insert(MinutesConfirmation, {
    caseId,
    seriesId,
    category: COORDINATION,
    sessionId,
    minutesId,
    staffId,
    agencyId,
    status: 'ASKED',
    reasonId: null,
    answeredAt: null,
    confinedTo,
  });
  work.record('minutes.confirmation-asked', asked, { to: [staffId] });
}
