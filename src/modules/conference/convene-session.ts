import { Field, InputType } from '@nestjs/graphql';
import { v7 as newId } from 'uuid';
import type { Work } from '../../database/work.js';
import { Instant, Narrative, ShortText, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { coveredBy } from '../../permissions/meeting-kinds.js';
import { invalid } from '../../refusal.js';
import { SeatingInput } from '../cases/give-seat.js';
import { QuestionInput } from './agenda.js';
import { AgendaItem } from './agenda-item.entity.js';
import { callOf, type Call } from './call.js';
import { bringBack } from './carry.js';
import { ConferenceSession } from './conference-session.entity.js';
import { invite, inviteMembers } from './invite.js';
import { Invitation } from './invitation.entity.js';
import { refuseOverlaps } from './overlaps.js';
import { propose } from './propose.js';
import { timesOf } from './times.js';

/** Among all sessions of the conference or series, also those that whoever convenes it may not see. */
const NUMBERED_BY_THE_DATABASE = 1;

@InputType()
export class ConveneSessionInput {
  @Field(() => Uuid, { nullable: true, description: 'The case that it is about. Either this or a series.' }) caseId?: string | null;
  @Field(() => Uuid, { nullable: true, description: 'The series that meets. Either this or a case.' }) seriesId?: string | null;
  @Field(() => Narrative, {
    nullable: true,
    description: 'Why the session is needed; everyone on the case may read it. Needed for a case; otherwise the name of the series.',
  })
  reason?: string | null;
  @Field(() => ShortText, { nullable: true, description: 'Needed for a case; otherwise where the series meets.' }) place?: string | null;
  @Field(() => Instant) startsAt: string;
  @Field(() => Instant, { description: 'At most 12 hours later.' }) endsAt: string;
  @Field(() => [QuestionInput], {
    description: 'What to settle. May be empty when something unfinished comes back by itself, and for a series.',
  })
  questions: QuestionInput[];
  @Field(() => ShortText, {
    nullable: true,
    description: 'The code of the kind of meeting about one case; CASE_CONFERENCE unless told otherwise. A series has a kind of its own.',
  })
  kind?: string | null;
  @Field(() => [SeatingInput], {
    description: 'Whom to ask beside the convener, and beside the members of a series. Who has no seat on the case gets one.',
  })
  invitees: SeatingInput[];
  @Field({ defaultValue: false, description: 'Ask also those who have another session at that time: they choose.' })
  despiteOverlap?: boolean;
}

/**
 * Calls a session together: about a case, as its key person (武蔵野市: キーパーソンとなる担当者が呼び掛ける), or the next meeting of a series, with its
 * members. What is unfinished goes on the agenda by itself, before the new questions. `INVALID` for times in the past or out of order,
 * without an invitee or anything to settle; `CONFLICT` as of `callOf`, and when a session of the case is already convened or open, or
 * somebody has another session at that time.
 */
export async function conveneSession(work: Work, input: ConveneSessionInput): Promise<ConferenceSession> {
  const call = await callOf(work, input);
  const times = timesOf(work, input);
  if (call.caseId) refuseNobody(input, work.staff.staffId);
  const session = await sessionFor(work, call, input, times);
  work.record('session.convened', session, { conferenceId: session.conferenceId, kind: session.kind });
  if (call.isFirst && call.conference) work.record('conference.started', call.conference);
  const brought = (await isNext(work, session)) ? await bringBack(work, session.id) : [];
  for (const question of input.questions) await propose(work, session, question);
  await inviteAll(work, session, input.invitees);
  if (call.caseId && input.questions.length === 0) await refuseNothing(work, session, brought);
  const invitations = await work.scope.find(Invitation, { sessionId: session.id });
  if (!input.despiteOverlap)
    await refuseOverlaps(
      work,
      session,
      invitations.map((invitation) => invitation.staffId),
    );
  return session;
}

/** Whether what is unfinished waits for this session, and not for one of the series before it. */
const isNext = async (work: Work, { id, seriesId }: ConferenceSession) =>
  seriesId === null || (await work.scope.unseen.nextSessionOf(seriesId)) === id;

function sessionFor(work: Work, call: Call, input: ConveneSessionInput, times: Pick<ConferenceSession, 'startsAt' | 'endsAt'>) {
  const id = newId();
  const { caseId, seriesId, conference, kind, agencyId } = call;
  const reason = input.reason ?? call.reason;
  const place = input.place ?? call.place;
  if (!reason)
    throw invalid('input.reason', 'REQUIRED', { ja: '開催の理由を入力してください。', en: 'Please say why the session is needed.' });
  if (!place) throw invalid('input.place', 'REQUIRED', { ja: '場所を入力してください。', en: 'Please say where it meets.' });
  return work.insert(ConferenceSession, {
    id,
    caseId,
    seriesId,
    category: COORDINATION,
    conferenceId: conference?.id ?? null,
    number: NUMBERED_BY_THE_DATABASE,
    kind: kind.code,
    kindId: kind.id,
    covers: [...coveredBy(kind.statute)],
    confinedTo: kind.statute ? id : null,
    reason,
    place,
    ...times,
    status: 'CONVENED',
    staffId: work.staff.staffId,
    agencyId,
    openedAt: null,
    closedAt: null,
    reasonId: null,
  });
}

/** `INVALID` where there is nobody to meet. */
function refuseNobody(input: ConveneSessionInput, convenerId: string): void {
  if (input.invitees.every((invitee) => invitee.staffId === convenerId))
    throw invalid('input.invitees', 'REQUIRED', { ja: '招待する人を選んでください。', en: 'Please choose whom to invite.' });
}

/** `INVALID` where there is nothing to meet about: nothing that the convener may see, or will as a member of a meeting under a statute. */
async function refuseNothing(work: Work, session: ConferenceSession, brought: readonly AgendaItem[]): Promise<void> {
  const isForMembers = brought.some((item) => item.confinedTo !== null && item.confinedTo === session.confinedTo);
  if (isForMembers || (await work.scope.first(AgendaItem, { sessionId: session.id }))) return;
  throw invalid('input.questions', 'REQUIRED', { ja: '議題を入力してください。', en: 'Please say what is to be settled.' });
}

async function inviteAll(work: Work, session: ConferenceSession, invitees: readonly SeatingInput[]): Promise<void> {
  if (session.caseId) await invite(work, session, { staffId: session.staffId }, 'input.caseId');
  const members = session.seriesId ? await inviteMembers(work, session) : [];
  for (const [at, invitee] of invitees.entries()) {
    if (invitee.staffId === session.staffId || members.includes(invitee.staffId)) continue;
    await invite(work, session, invitee, `input.invitees.${at}.staffId`);
  }
}
