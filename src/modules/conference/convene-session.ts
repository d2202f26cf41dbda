import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Instant, Narrative, ShortText, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { v7 as newId } from 'uuid';
import { CONSENT } from '../../permissions/bases.js';
import { coveredBy, MEETING_KINDS, withoutConsent } from '../../permissions/meeting-kinds.js';
import { conflict, invalid } from '../../refusal.js';
import { sharedOn } from '../sharing/shared.js';
import { refuseClosed, SeatingInput } from '../cases/give-seat.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { ask, putOnAgenda, QuestionInput, type Matter } from './agenda.js';
import { unfinished } from './carry.js';
import { Conference } from './conference.entity.js';
import { ConferenceSession, MeetingKind } from './conference-session.entity.js';
import { invite } from './invite.js';
import { ownSeat } from './under-way.js';

/** Among all sessions of the conference, also those that whoever convenes it may not see. */
const NUMBERED_BY_THE_DATABASE = 1;
const LONGEST_MS = 12 * 3_600_000;

@InputType()
export class ConveneSessionInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => Narrative, { description: 'Why the session is needed; everyone on the case may read it.' }) reason: string;
  @Field(() => ShortText) place: string;
  @Field(() => Instant) startsAt: string;
  @Field(() => Instant, { description: 'At most 12 hours later.' }) endsAt: string;
  @Field(() => [QuestionInput], { description: 'What to settle. May be empty when something unfinished comes back by itself.' })
  questions: QuestionInput[];
  @Field(() => MeetingKind, {
    defaultValue: 'CASE_CONFERENCE',
    description: 'Which meeting this is in law: it decides whether consent is needed, and who learns what is said.',
  })
  kind?: keyof typeof MeetingKind;
  @Field(() => [SeatingInput], { description: 'Whom to ask beside the convener. Who has no seat on the case gets one.' })
  invitees: SeatingInput[];
}

/**
 * Calls a session of the case's conference together (武蔵野市: キーパーソンとなる担当者が呼び掛ける); in principle one client has one
 * conference, which starts with its first session. What is unfinished goes on the agenda by itself, before the new questions.
 * `INVALID` for times in the past or out of order, without an invitee or anything to settle; `CONFLICT` when the case is closed
 * or a session is already convened or open.
 */
export async function conveneSession(work: Work, input: ConveneSessionInput): Promise<ConferenceSession> {
  const supportCase = await work.lock(SupportCase, input.caseId);
  work.must('convene', supportCase);
  refuseClosed(supportCase);
  const { caseId, agencyId } = ownSeat(work, supportCase.id);
  const { staffId } = work.staff;
  const times = timesOf(work, input);
  const carried = await unfinished(work, caseId);
  refuseNothing(input, carried, staffId);
  const kind = input.kind ?? 'CASE_CONFERENCE';
  await refuseWithoutConsent(work, caseId, kind);
  const known = await work.scope.first(Conference, { caseId });
  const conference = known ?? (await work.insert(Conference, { caseId, category: COORDINATION, agencyId, startedAt: work.now }));
  const id = newId();
  const session = await work.insert(ConferenceSession, {
    id,
    caseId,
    category: COORDINATION,
    conferenceId: conference.id,
    number: NUMBERED_BY_THE_DATABASE,
    kind,
    covers: [...coveredBy(kind)],
    confinedTo: MEETING_KINDS[kind].statute ? id : null,
    reason: input.reason,
    place: input.place,
    ...times,
    status: 'CONVENED',
    staffId,
    agencyId,
    openedAt: null,
    closedAt: null,
    reasonId: null,
  });
  work.record('session.convened', session, { conferenceId: conference.id, kind: session.kind });
  if (!known) work.record('conference.started', conference);
  for (const matter of carried) await putOnAgenda(work, session, matter);
  for (const question of input.questions) await ask(work, session, question, agencyId);
  await inviteAll(work, session, input.invitees);
  return session;
}

/** `CONFLICT` for a meeting that needs the client's consent, on a case without it: the sentence names the kinds that do not. */
async function refuseWithoutConsent(work: Work, caseId: string, kind: keyof typeof MeetingKind): Promise<void> {
  const { needsConsent, name } = MEETING_KINDS[kind];
  if (!needsConsent) return;
  const { bases } = await sharedOn(work, caseId);
  if (bases.some((basis) => basis.kind === CONSENT && basis.provision === 'PERMIT')) return;
  const instead = withoutConsent();
  throw conflict({
    ja: `${name.ja}には本人の同意が必要です。同意がない間に開けるのは：${instead.map((other) => other.name.ja).join('、')}`,
    en: `A ${name.en} needs the client’s consent. Without it you can hold a: ${instead.map((other) => other.name.en).join(', ')}.`,
  });
}

/** `INVALID` where there is nobody to meet, or nothing to meet about. */
function refuseNothing(input: ConveneSessionInput, carried: readonly Matter[], convenerId: string): void {
  if (input.invitees.every((invitee) => invitee.staffId === convenerId))
    throw invalid('input.invitees', 'REQUIRED', { ja: '招待する人を選んでください。', en: 'Please choose whom to invite.' });
  if (input.questions.length + carried.length === 0)
    throw invalid('input.questions', 'REQUIRED', { ja: '議題を入力してください。', en: 'Please say what is to be settled.' });
}

function timesOf(work: Work, input: ConveneSessionInput): { startsAt: Date; endsAt: Date } {
  const startsAt = new Date(input.startsAt);
  const endsAt = new Date(input.endsAt);
  if (startsAt <= work.now)
    throw invalid('input.startsAt', 'IN_THE_PAST', { ja: '開始日時が過去です。', en: 'The session would start in the past.' });
  if (endsAt <= startsAt)
    throw invalid('input.endsAt', 'OUT_OF_ORDER', { ja: '終了は開始より後にしてください。', en: 'A session ends after it starts.' });
  if (endsAt.getTime() - startsAt.getTime() > LONGEST_MS)
    throw invalid('input.endsAt', 'NOT_ALLOWED', { ja: '一回は12時間以内にしてください。', en: 'A session lasts at most 12 hours.' });
  return { startsAt, endsAt };
}

async function inviteAll(work: Work, session: ConferenceSession, invitees: readonly SeatingInput[]): Promise<void> {
  await invite(work, session, { staffId: session.staffId }, 'input.caseId');
  for (const [at, invitee] of invitees.entries()) {
    if (invitee.staffId !== session.staffId) await invite(work, session, invitee, `input.invitees.${at}.staffId`);
  }
}
