import { Args, Field, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Choice } from '../../database/selection.js';
import { Allow } from '../../graphql/allow.js';
import { Door, type ResolverDoor } from '../../graphql/door.js';
import { Instant, Uuid } from '../../graphql/scalars.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { TrailEntry } from '../responsibility/trail-entry.view.js';
import { CaseloadEntry } from './caseload-entry.entity.js';

@ObjectType({ description: 'One client of a caseload in one line, with what has changed since the series last met (ワンセンテンス表).' })
export class ProgressLine {
  @Field(() => Uuid) caseId: string;
  @Field(() => Instant, { nullable: true, description: 'When the series last met; null before its first meeting.' }) since: string | null;
  @Field({ description: 'Whether anything that the person who asks may see has changed since.' }) isChanged: boolean;
  @Field({ description: 'Whether the one sentence itself was rewritten.' }) isRewritten: boolean;
}

/** What moves a case, and not the meeting itself: the trail's entries about these rows. */
const MOVES = ['SupportCase', 'KeyPersonTerm', 'Seat', 'Record', 'Task', 'Issue', 'Decision', 'Appointment', 'SupportPlan', 'PlanStep'];

/** The progress meeting (豊島区 就労ミーティング): one line for each client, what has changed since last time made plain. */
@Resolver(() => ProgressLine)
export class ProgressResolver {
  @Query(() => [ProgressLine], {
    description: 'The caseload of a series, one line for each client that the person who asks may see; what changed first.',
  })
  @Allow('read', 'CaseloadEntry')
  async progress(@Door() door: ResolverDoor, @Args('seriesId', { type: () => Uuid }) seriesId: string): Promise<ProgressLine[]> {
    const entries = await door.columns(CaseloadEntry, ['caseId'], { where: { seriesId, until: null }, order: ['since', 'id'] });
    const met = { where: { seriesId, status: 'CLOSED' }, order: ['-closedAt'], first: 1 };
    const [last] = await door.columns(ConferenceSession, ['closedAt'], met);
    const since = last?.closedAt ? new Date(last.closedAt).toISOString() : null;
    const caseIds = entries.map((entry) => entry.caseId);
    const moved = await door.columns(TrailEntry, ['caseId', 'kind'], { ...movedSince(caseIds, since), whole: true });
    const lines = caseIds.map((caseId) => {
      const changes = moved.filter((entry) => entry.caseId === caseId);
      return { caseId, since, isChanged: changes.length > 0, isRewritten: changes.some(({ kind }) => kind === 'case.headline-revised') };
    });
    return [...lines.filter((line) => line.isChanged), ...lines.filter((line) => !line.isChanged)];
  }

  @ResolveField(() => SupportCase, { nullable: true })
  case(@Door() door: ResolverDoor, @Parent() { caseId }: ProgressLine) {
    return door.find(SupportCase, caseId);
  }

  @ResolveField(() => [TrailEntry], { description: 'What has changed since, in sentences; the newest first.' })
  changes(@Door() door: ResolverDoor, @Parent() { caseId, since }: ProgressLine) {
    return door.list(TrailEntry, { ...movedSince([caseId], since), order: ['-seq'], first: 20 });
  }
}

const movedSince = (caseIds: readonly string[], since: string | null): Choice => ({
  where: { caseId: { $in: caseIds }, aboutType: { $in: MOVES }, ...(since ? { at: { $gt: since } } : {}) },
});
