import { Args, Field, Float, Int, ObjectType, Query, ResolveField, Resolver, Parent } from '@nestjs/graphql';
import { selectionFor } from '../../database/selection.js';
import { Allow } from '../../graphql/allow.js';
import { ReportDoor, type ResolverDoor } from '../../graphql/door.js';
import { CalendarDate, Instant, Uuid } from '../../graphql/scalars.js';
import { invalid } from '../../refusal.js';
import { ConferenceSession, SessionStatus } from '../conference/conference-session.entity.js';
import { Decision } from '../conference/decision.entity.js';
import { held } from './held.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { heldOf, keptOf, MONITORED, type Held, type Kept } from './monitor.js';

@ObjectType({ description: 'A week, month or fiscal year: how often the meeting is promised in it, and how often it was held.' })
export class KeptCadence implements Kept {
  @Field(() => CalendarDate) fromOn: string;
  @Field(() => CalendarDate) toOn: string;
  @Field(() => Int) promised: number;
  @Field(() => Int) held: number;
}

@ObjectType({ description: 'A session in figures, of what the person who asks may see.' })
export class HeldSession implements Held {
  @Field(() => Uuid) sessionId: string;
  @Field(() => SessionStatus) status: keyof typeof SessionStatus;
  @Field(() => Instant) startsAt: Date;
  @Field(() => Int, { nullable: true }) minutesTaken: number | null;
  @Field(() => Int) items: number;
  @Field(() => Int, { description: 'Of these, what was unfinished and came back by itself.' }) cameBack: number;
  @Field(() => Int) decided: number;
  @Field(() => Int, { description: 'Carried over, deferred or left unsettled.' }) carriedOver: number;
  @Field(() => Int) decisions: number;
  @Field(() => Int, { description: 'Decisions done by the day that they named.' }) doneInTime: number;
  @Field(() => Int) doneLate: number;
  @Field(() => Int, { description: 'Decisions whose day has passed and whose task is open.' }) overdue: number;
  @Field(() => Boolean, { nullable: true, description: 'Whether every mandatory member or a delegate came; null where none is.' })
  mandatoryCame: boolean | null;
}

@ObjectType({ description: 'Whether a series keeps what it promises, and what becomes of its decisions.' })
export class MeetingMonitor {
  @Field(() => Uuid) seriesId: string;
  @Field(() => [KeptCadence]) cadence: KeptCadence[];
  @Field(() => [HeldSession]) sessions: HeldSession[];
  @Field(() => Int) held: number;
  @Field(() => Int, { description: 'Sessions that were held without a mandatory member.' }) withoutMandatory: number;
  @Field(() => Float, { nullable: true, description: 'Decisions for each item; null without items.' }) decisionsPerItem: number | null;
}

/** 責任者が見る：promised and held, who had to come, and whether what was decided was done. */
@Resolver(() => MeetingMonitor)
export class MonitorResolver {
  @Query(() => MeetingMonitor, {
    description: 'A series between two days, both included: its cadence, attendance, decisions and their follow-up.',
  })
  @Allow('read', 'MeetingSeries')
  async meetingMonitor(
    @ReportDoor() door: ResolverDoor,
    @Args('seriesId', { type: () => Uuid }) seriesId: string,
    @Args('fromOn', { type: () => CalendarDate }) fromOn: string,
    @Args('toOn', { type: () => CalendarDate }) toOn: string,
  ): Promise<MeetingMonitor> {
    if (toOn < fromOn) throw invalid('toOn', 'OUT_OF_ORDER', { ja: '終了日が開始日より前です。', en: 'This ends before it begins.' });
    const [series] = await door.select(MeetingSeries, OF_KIND, { where: { id: seriesId }, first: 1 });
    if (!series?.kind) return door.absent();
    const { today } = await door.clock();
    const sessions = await door.select(ConferenceSession, selectionFor(MONITORED), {
      where: { seriesId },
      also: held(fromOn, toOn),
      order: ['startsAt', 'id'],
    });
    const figures = sessions.map((session) => heldOf(session, today));
    const items = figures.reduce((sum, one) => sum + one.items, 0);
    return {
      seriesId,
      cadence: keptOf(series.kind, figures, fromOn, toOn),
      sessions: figures,
      held: figures.filter(({ status }) => status === 'CLOSED').length,
      withoutMandatory: figures.filter(({ mandatoryCame }) => mandatoryCame === false).length,
      decisionsPerItem: items > 0 ? figures.reduce((sum, one) => sum + one.decisions, 0) / items : null,
    };
  }

  @ResolveField(() => [Decision], {
    description: 'What was decided in these sessions, each with its task and the agendas to which that came back.',
  })
  decisions(@ReportDoor() door: ResolverDoor, @Parent() { sessions }: MeetingMonitor) {
    const sessionId = { $in: sessions.map((one) => one.sessionId) };
    return door.list(Decision, { where: { sessionId }, order: ['decidedAt', 'id'] });
  }
}

const OF_KIND = selectionFor({ kind: { cadencePer: true, cadenceTimes: true } });
