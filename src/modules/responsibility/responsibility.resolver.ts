import { Args, ArgsType, Field, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { Door, ReportDoor, type ResolverDoor } from '../../graphql/door.js';
import { CalendarDate, Uuid } from '../../graphql/scalars.js';
import { AsOf } from './as-of.js';
import type { Subject } from './conditions.js';
import { examineTrail, ExamineTrailArgs, ExaminedStretch } from './examine-trail.js';
import { Held, heldBy } from './held.js';
import { Responsibility, responsibilityAsOf } from './responsibility.js';
import { responsibilityCsv } from './responsibility-csv.js';
import { StretchArgs, stretchOf } from './stretch.js';
import { trailCsv } from './trail-csv.js';
import { TrailEntry } from './trail-entry.view.js';

@ArgsType()
class AsOfArgs implements Subject {
  @Field(() => CalendarDate, { description: 'Today, or a day gone by; the answer holds for its end, in Japan.' }) on: string;
  @Field(() => Uuid, { nullable: true, description: 'Exactly one of caseId, agencyId and staffId.' }) caseId?: string | null;
  @Field(() => Uuid, { nullable: true, description: 'The agency with every one below it.' }) agencyId?: string | null;
  @Field(() => Uuid, { nullable: true }) staffId?: string | null;
}

/** Readings of the trail: what happened, and who answered for what on any day. */
@Resolver(() => Responsibility)
export class ResponsibilityResolver {
  @Query(() => [TrailEntry], { description: 'What happened on a case, in order; only entries that the person who asks may see.' })
  @Allow('read', 'TrailEntry')
  trail(@Door() door: ResolverDoor, @Args('caseId', { type: () => Uuid }) caseId: string, @Args() stretch: StretchArgs) {
    return stretchOf(stretch, ({ where, ...choice }) => door.list(TrailEntry, { where: { caseId, ...where }, ...choice }));
  }

  @Query(() => String, { description: 'The same as CSV, with the hash of each entry, for whoever should hold it outside.' })
  @Allow('read', 'TrailEntry')
  trailCsv(
    @ReportDoor() door: ResolverDoor,
    @Args('caseId', { type: () => Uuid }) caseId: string,
    @Args('after', { type: () => Int, defaultValue: 0, description: 'Only entries after this number; then without headings.' })
    after: number,
    @Args('first', { type: () => Int, nullable: true, description: 'So many of these; all when not given.' }) first: number | null,
  ) {
    return trailCsv(door, caseId, after, first);
  }

  @Query(() => ExaminedStretch, { description: 'Is the trail still what was sealed? One stretch of it, for whoever answers for it.' })
  @Allow('examine', 'TrailEntry')
  examineTrail(@Door() door: ResolverDoor, @Args() args: ExamineTrailArgs) {
    return examineTrail(door, args);
  }

  @Query(() => Responsibility, { description: 'Who answered for what on a day, for a case, an agency or a member of staff.' })
  @Allow('read', 'TrailEntry')
  async responsibility(@ReportDoor() door: ResolverDoor, @Args() { on, ...subject }: AsOfArgs) {
    return responsibilityAsOf(await AsOf.of(door, on, subject));
  }

  @Query(() => String, { description: 'The same as CSV, under Japanese headings.' })
  @Allow('read', 'TrailEntry')
  async responsibilityCsv(@ReportDoor() door: ResolverDoor, @Args() { on, ...subject }: AsOfArgs) {
    return responsibilityCsv(await AsOf.of(door, on, subject));
  }

  @ResolveField(() => [Held], { description: 'Tasks unfinished when a deadline passed, as they stood at that moment, up to this day.' })
  async missed(@Parent() { asOf, on }: Responsibility): Promise<Held[]> {
    return (await asOf.missed()).map((entry) => heldBy(entry, on));
  }

  @ResolveField(() => [TrailEntry], { description: 'Who promised, accepted, postponed, handed over …, up to this day, in order.' })
  history(@Parent() { asOf }: Responsibility, @ReportDoor() door: ResolverDoor, @Args() stretch: StretchArgs) {
    return stretchOf(stretch, (choice) => door.list(TrailEntry, asOf.history(choice)));
  }
}
