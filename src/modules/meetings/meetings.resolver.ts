import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { CalendarDate, Uuid } from '../../graphql/scalars.js';
import { addMeetingKind, AddMeetingKindInput, reviseMeetingKind, ReviseMeetingKindInput } from './add-meeting-kind.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { TrailEntry } from '../responsibility/trail-entry.view.js';
import { CaseloadEntry } from './caseload-entry.entity.js';
import {
  addSeriesMember,
  AddSeriesMemberInput,
  endSeries,
  EndSeriesInput,
  endSeriesMembership,
  EndSeriesMembershipInput,
} from './change-members.js';
import { held } from './held.js';
import { MeetingKind } from './meeting-kind.entity.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { placeOnCaseload, PlaceOnCaseloadInput, takeOffCaseload, TakeOffCaseloadInput } from './place-on-caseload.js';
import { SeriesTarget } from './series-target.entity.js';
import { reportTarget, ReportTargetInput, setTarget, SetTargetInput } from './set-target.js';
import { TargetReport } from './target-report.entity.js';
import { SeriesMember } from './series-member.entity.js';
import { startSeries, StartSeriesInput } from './start-series.js';

/** Kinds of meetings, series of them, and what a series works through. */
@Resolver()
export class MeetingsResolver {
  @Query(() => [MeetingKind], { description: 'The kinds of meetings as they stand, those that ship and the municipality’s own.' })
  @Allow('read', 'MeetingKind')
  meetingKinds(@Door() door: ResolverDoor) {
    return door.list(MeetingKind, { where: { until: null }, order: ['subject', 'source', 'code'] });
  }

  @Query(() => [MeetingSeries], { description: 'The series of meetings that the person who asks takes part in, or answers for.' })
  @Allow('read', 'MeetingSeries')
  meetingSeries(@Door() door: ResolverDoor) {
    return door.list(MeetingSeries, { order: ['name', 'id'] });
  }

  @Query(() => MeetingSeries)
  @Allow('read', 'MeetingSeries')
  series(@Door() door: ResolverDoor, @Args('seriesId', { type: () => Uuid }) seriesId: string) {
    return door.one(MeetingSeries, seriesId);
  }

  @Query(() => [ConferenceSession], {
    description: 'The sessions between two days, both included, that the person who asks may see: of their cases and of their series.',
  })
  @Allow('read', 'ConferenceSession')
  meetings(
    @Door() door: ResolverDoor,
    @Args('fromOn', { type: () => CalendarDate }) fromOn: string,
    @Args('toOn', { type: () => CalendarDate }) toOn: string,
  ) {
    return door.list(ConferenceSession, { also: held(fromOn, toOn), order: ['startsAt', 'id'] });
  }

  @Query(() => [TrailEntry], { description: 'What happened in a session, as far as the person who asks may know of it; the newest first.' })
  @Allow('read', 'TrailEntry')
  sessionTrail(@Door() door: ResolverDoor, @Args('sessionId', { type: () => Uuid }) sessionId: string) {
    return door.list(TrailEntry, { where: { sessionId }, order: ['-seq'], first: 200 });
  }

  @Mutation(() => MeetingKind, { nullable: true })
  @Allow('change', 'MeetingKind')
  addMeetingKind(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AddMeetingKindInput) {
    return door.run(addMeetingKind, id, input);
  }

  @Mutation(() => MeetingKind, { nullable: true })
  @Allow('change', 'MeetingKind')
  reviseMeetingKind(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ReviseMeetingKindInput) {
    return door.run(reviseMeetingKind, id, input);
  }

  @Mutation(() => MeetingSeries, { nullable: true })
  @Allow('start', 'MeetingSeries')
  startSeries(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: StartSeriesInput) {
    return door.run(startSeries, id, input);
  }

  @Mutation(() => MeetingSeries, { nullable: true })
  @Allow('administer', 'MeetingSeries')
  endSeries(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EndSeriesInput) {
    return door.run(endSeries, id, input);
  }

  @Mutation(() => SeriesMember, { nullable: true })
  @Allow('administer', 'MeetingSeries')
  addSeriesMember(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AddSeriesMemberInput) {
    return door.run(addSeriesMember, id, input);
  }

  @Mutation(() => SeriesMember, { nullable: true })
  @Allow('administer', 'MeetingSeries')
  endSeriesMembership(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EndSeriesMembershipInput) {
    return door.run(endSeriesMembership, id, input);
  }

  @Mutation(() => SeriesTarget, { nullable: true })
  @Allow('set', 'SeriesTarget')
  setTarget(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: SetTargetInput) {
    return door.run(setTarget, id, input);
  }

  @Mutation(() => TargetReport, { nullable: true })
  @Allow('report', 'SeriesTarget')
  reportTarget(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ReportTargetInput) {
    return door.run(reportTarget, id, input);
  }

  @Mutation(() => CaseloadEntry, { nullable: true })
  @Allow('place', 'CaseloadEntry')
  placeOnCaseload(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: PlaceOnCaseloadInput) {
    return door.run(placeOnCaseload, id, input);
  }

  @Mutation(() => CaseloadEntry, { nullable: true })
  @Allow('takeOff', 'CaseloadEntry')
  takeOffCaseload(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: TakeOffCaseloadInput) {
    return door.run(takeOffCaseload, id, input);
  }
}
