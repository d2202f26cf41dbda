import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Instant, Narrative, ShortText, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { refuseEnded } from '../conference/call.js';
import { timesOf } from '../conference/times.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { PlannedSession } from './planned-session.entity.js';
import { SeriesMember } from './series-member.entity.js';

@InputType()
export class AddPlannedSessionInput {
  @Field(() => Uuid) seriesId: string;
  @Field(() => Instant) startsAt: string;
  @Field(() => Instant, { description: 'At most 12 hours later.' }) endsAt: string;
  @Field(() => ShortText, {
    nullable: true,
    description: 'Where the series meets unless told otherwise; it may be a room of another agency.',
  })
  place?: string | null;
  @Field(() => Narrative) reason: string;
}

@InputType()
export class CancelPlannedSessionInput {
  @Field(() => Uuid) plannedSessionId: string;
  @Field(() => Int) version: number;
  @Field(() => Narrative) reason: string;
}

@InputType()
export class MovePlannedSessionInput extends CancelPlannedSessionInput {
  @Field(() => Instant) startsAt: string;
  @Field(() => Instant, { description: 'At most 12 hours later.' }) endsAt: string;
  @Field(() => ShortText, { nullable: true, description: 'Where it is held, if it is elsewhere than it was.' }) place?: string | null;
}

/** Plans a session of a series beside its recurrence (随時), with a reason. `INVALID` for a time that is past or out of order; `CONFLICT` when the series meets then already. */
export async function addPlannedSession(work: Work, input: AddPlannedSessionInput): Promise<PlannedSession> {
  const series = await leading(work, input.seriesId);
  const times = timesOf(work, input);
  await refuseTwice(work, series.id, times);
  const added = await work.insert(PlannedSession, {
    seriesId: series.id,
    recurrenceId: null,
    plannedOn: null,
    ...times,
    place: input.place ?? series.place,
    status: 'PLANNED',
    isTouched: true,
    reasonId: await why(work, series.id, input.reason),
    sessionId: null,
  });
  work.record('planned-session.added', added, { to: await membersOf(work, series.id), reasonId: added.reasonId });
  return added;
}

/** Moves a planned session to another time or place, with a reason. Errors as of `addPlannedSession`; `CONFLICT` once it is convened or called off. */
export async function movePlannedSession(work: Work, input: MovePlannedSessionInput): Promise<PlannedSession> {
  const planned = await lockPlanned(work, input);
  const times = timesOf(work, input);
  await refuseTwice(work, planned.seriesId, times, planned.id);
  const reasonId = await why(work, planned.seriesId, input.reason);
  await work.save(planned, { ...times, place: input.place ?? planned.place, isTouched: true, reasonId });
  work.record('planned-session.moved', planned, { to: await membersOf(work, planned.seriesId), reasonId });
  return planned;
}

/** Calls a planned session off, with a reason. `CONFLICT` once it is convened or called off. */
export async function cancelPlannedSession(work: Work, input: CancelPlannedSessionInput): Promise<PlannedSession> {
  const planned = await lockPlanned(work, input);
  const reasonId = await why(work, planned.seriesId, input.reason);
  await work.save(planned, { status: 'CANCELLED', isTouched: true, reasonId });
  work.record('planned-session.cancelled', planned, { to: await membersOf(work, planned.seriesId), reasonId });
  return planned;
}

async function leading(work: Work, seriesId: string): Promise<MeetingSeries> {
  const series = await work.lock(MeetingSeries, seriesId);
  work.must('administer', series);
  refuseEnded(series);
  return series;
}

async function lockPlanned(work: Work, { plannedSessionId, version }: CancelPlannedSessionInput): Promise<PlannedSession> {
  const { seriesId } = await work.scope.one(PlannedSession, plannedSessionId);
  await leading(work, seriesId);
  const planned = await work.lock(PlannedSession, plannedSessionId, version);
  refuseUnplanned(planned);
  return planned;
}

/** `CONFLICT` for a planned session that is convened, called off or replaced. */
export function refuseUnplanned({ status }: PlannedSession): void {
  if (status === 'PLANNED') return;
  throw conflict(
    status === 'CONVENED'
      ? { ja: 'この回はすでに招集されています。', en: 'This session has already been convened.' }
      : { ja: 'この回は予定から外れています。', en: 'This session is no longer planned.' },
  );
}

/** `CONFLICT` where a series would meet twice at once. */
async function refuseTwice(
  work: Work,
  seriesId: string,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  except?: string,
): Promise<void> {
  const others = await work.scope.find(PlannedSession, { seriesId, status: 'PLANNED' });
  if (!others.some((other) => other.id !== except && other.startsAt < endsAt && startsAt < other.endsAt)) return;
  throw conflict({ ja: 'この時間にはすでに同じ会議が予定されています。', en: 'The series already meets at this time.' });
}

const why = (work: Work, seriesId: string, reason: string) =>
  explain(work, { caseId: null, seriesId, category: COORDINATION }, 'REASON', reason);

async function membersOf(work: Work, seriesId: string): Promise<string[]> {
  const members = await work.scope.find(SeriesMember, { seriesId, until: null });
  return members.map((member) => member.staffId);
}
