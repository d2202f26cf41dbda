import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { SeatingInput } from '../cases/give-seat.js';
import { QuestionInput } from '../conference/agenda.js';
import type { ConferenceSession } from '../conference/conference-session.entity.js';
import { conveneSession } from '../conference/convene-session.js';
import { refuseUnplanned } from './plan-session.js';
import { PlannedSession } from './planned-session.entity.js';

@InputType()
export class ConvenePlannedSessionInput {
  @Field(() => Uuid) plannedSessionId: string;
  @Field(() => Int) version: number;
  @Field(() => [QuestionInput], { defaultValue: [] }) questions: QuestionInput[];
  @Field(() => [SeatingInput], { defaultValue: [], description: 'Whom to ask beside the members of the series.' }) invitees: SeatingInput[];
  @Field({ defaultValue: false, description: 'Ask also those who have another session at that time.' }) despiteOverlap: boolean;
}

/** Convenes a planned session of a series when and where it is planned, and asks its members. `CONFLICT` when it is planned no longer; otherwise errors as of `conveneSession`. */
export async function convenePlannedSession(work: Work, input: ConvenePlannedSessionInput): Promise<ConferenceSession> {
  const { plannedSessionId, version, questions, invitees, despiteOverlap } = input;
  const planned = await work.lock(PlannedSession, plannedSessionId, version);
  refuseUnplanned(planned);
  const { seriesId, place } = planned;
  const times = { startsAt: planned.startsAt.toISOString(), endsAt: planned.endsAt.toISOString() };
  const session = await conveneSession(work, { seriesId, place, ...times, questions, invitees, despiteOverlap });
  await work.save(planned, { status: 'CONVENED', sessionId: session.id });
  work.record('planned-session.convened', planned);
  return session;
}
