import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { refuseEnded } from '../conference/call.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { Invitation } from '../conference/invitation.entity.js';
import { join } from './members.js';
import { MeetingKind } from './meeting-kind.entity.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { SeriesMember } from './series-member.entity.js';
import { MembershipInput } from './start-series.js';

@InputType()
export class AddSeriesMemberInput extends MembershipInput {
  @Field(() => Uuid) seriesId: string;
}

@InputType()
export class EndSeriesMembershipInput {
  @Field(() => Uuid) membershipId: string;
  @Field(() => Int) version: number;
  @Field(() => Narrative) reason: string;
}

@InputType()
export class EndSeriesInput {
  @Field(() => Uuid) seriesId: string;
  @Field(() => Int) version: number;
  @Field(() => Narrative) reason: string;
}

/** Adds someone to a series from now on; sessions that are already convened ask them separately. Errors as of `join`; `CONFLICT` once it has ended. */
export async function addSeriesMember(work: Work, input: AddSeriesMemberInput): Promise<SeriesMember> {
  const series = await work.lock(MeetingSeries, input.seriesId);
  work.must('administer', series);
  refuseEnded(series);
  return join(work, series, await work.scope.one(MeetingKind, series.kindId), input, 'input');
}

/** Ends someone's part in a series, with a reason: they see it no longer, but for sessions that they were at. `CONFLICT` when it has ended. */
export async function endSeriesMembership(work: Work, input: EndSeriesMembershipInput): Promise<SeriesMember> {
  const { seriesId } = await work.scope.one(SeriesMember, input.membershipId);
  const series = await work.lock(MeetingSeries, seriesId);
  const member = await work.lock(SeriesMember, input.membershipId, input.version);
  work.must('administer', series);
  if (member.until !== null) throw conflict({ ja: 'すでに終了しています。', en: 'They take part no longer.' });
  const reasonId = await explain(work, { caseId: null, seriesId, category: COORDINATION }, 'REASON', input.reason);
  await work.save(member, { until: work.now });
  work.record('series.member-ended', member, { to: [member.staffId], reasonId });
  await withdrawAhead(work, member);
  return member;
}

/** Takes back what they were asked to and is still ahead: of that they see nothing any more. */
async function withdrawAhead(work: Work, { seriesId, staffId }: SeriesMember): Promise<void> {
  const ahead = await work.scope.find(ConferenceSession, { seriesId, status: { $in: ['CONVENED', 'OPEN'] } });
  const sessionId = { $in: ahead.map((session) => session.id) };
  for (const invitation of await work.scope.find(Invitation, { sessionId, staffId, withdrawnAt: null })) {
    await work.save(invitation, { withdrawnAt: work.now });
    work.record('invitation.withdrawn', invitation);
  }
}

/** Ends a series of meetings, with a reason. `CONFLICT` when it has ended, and while sessions of it are convened or open. */
export async function endSeries(work: Work, input: EndSeriesInput): Promise<MeetingSeries> {
  const series = await work.lock(MeetingSeries, input.seriesId, input.version);
  work.must('administer', series);
  refuseEnded(series);
  await refuseAhead(work, series);
  const members = await work.scope.find(SeriesMember, { seriesId: series.id, until: null });
  const reasonId = await explain(work, { caseId: null, seriesId: series.id, category: COORDINATION }, 'REASON', input.reason);
  await work.save(series, { until: work.now });
  work.record('series.ended', series, { to: members.map((member) => member.staffId), reasonId });
  return series;
}

async function refuseAhead(work: Work, { id: seriesId }: MeetingSeries): Promise<void> {
  if (await work.scope.first(ConferenceSession, { seriesId, status: { $in: ['CONVENED', 'OPEN'] } }))
    throw conflict({ ja: '予定されている回があります。先に中止してください。', en: 'Sessions of it are ahead. Please cancel them first.' });
}
