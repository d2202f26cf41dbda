import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { Door, ReportDoor, type ResolverDoor } from '../../graphql/door.js';
import { CalendarDate, Uuid } from '../../graphql/scalars.js';
import { memberSight, sightOf } from '../../permissions/sight.js';
import { invalid } from '../../refusal.js';
import { InformationCategory } from '../cases/category.js';
import { Profession } from '../people/posting.entity.js';
import { membershipsAt } from './beside-the-seat.js';
import { disclosuresCsv } from './disclosures-csv.js';
import { NeedToKnowLevel } from './need-to-know-cell.entity.js';
import { endOfDay } from './period.js';
import { conflictOf, standpointOf, tableAt } from './standpoint.js';

@ObjectType({ description: 'How much of a category someone sees, and why exactly that much, in the language of the request.' })
export class CategorySight {
  @Field(() => InformationCategory) category: InformationCategory;
  @Field(() => NeedToKnowLevel) level: keyof typeof NeedToKnowLevel;
  @Field() because: string;
}

@ObjectType({ description: 'What someone reads of a session held under a statute, as one of its members, in the language of the request.' })
export class SessionSight {
  @Field(() => Uuid) sessionId: string;
  @Field() because: string;
}

@ObjectType({ description: 'What someone sees of a case at an instant, or would see if they were given a seat.' })
export class SightOfCase {
  @Field(() => Uuid) staffId: string;
  @Field(() => Uuid) agencyId: string;
  @Field(() => Profession) profession: keyof typeof Profession;
  @Field() isSeated: boolean;
  @Field() isKeyPerson: boolean;
  @Field({ description: 'Whether they could be given a seat: their agency has a basis, or is a department that brings its own.' })
  mayJoin: boolean;
  @Field({
    description:
      'For the key person: whether they may be connected with the other party, so that they take part only with a reason. Nothing is said of whom.',
  })
  mayConflict: boolean;
  @Field(() => [CategorySight]) categories: CategorySight[];
  @Field(() => [SessionSight], { description: 'Of sessions held without consent, as far as the person who asks may know of them.' })
  sessions: SessionSight[];
}

@Resolver()
export class SightResolver {
  @Query(() => SightOfCase, {
    description: 'Why can they see this, why not: for anyone, any case and any day up to today; without a day, now.',
  })
  @Allow('read', 'Basis')
  async sight(
    @Door() door: ResolverDoor,
    @Args('caseId', { type: () => Uuid }) caseId: string,
    @Args('staffId', { type: () => Uuid }) staffId: string,
    @Args('agencyId', { type: () => Uuid, nullable: true, description: 'Of several postings, the one to look from.' })
    agencyId: string | null,
    @Args('profession', { type: () => Profession, nullable: true }) profession: keyof typeof Profession | null,
    @Args('on', { type: () => CalendarDate, nullable: true, description: 'At the end of this day in Japan.' }) on: string | null,
  ): Promise<SightOfCase> {
    const instant = await instantOf(door, on);
    const from = await standpointOf(door, { caseId, staffId, agencyId, profession }, instant);
    const { language } = door.request;
    const table = await tableAt(door, instant);
    const categories = sightOf(table, from).map((sight) => ({ ...sight, because: sight.because[language] }));
    const memberships = from.isSeated ? await membershipsAt(door, { caseId, staffId }, instant) : [];
    const sessions = memberships.map((member) => ({ sessionId: member.sessionId, because: memberSight(table, from, member)[language] }));
    return { ...from, staffId, mayConflict: await conflictOf(door, caseId, staffId), categories, sessions };
  }

  @Query(() => String, { description: 'The disclosure ledger of a case as CSV, for a request for disclosure (開示請求).' })
  @Allow('read', 'Basis')
  disclosuresCsv(@ReportDoor() door: ResolverDoor, @Args('caseId', { type: () => Uuid }) caseId: string) {
    return disclosuresCsv(door, caseId);
  }
}

async function instantOf(door: ResolverDoor, on: string | null): Promise<Date> {
  const { today, now } = await door.clock();
  if (on && on > today)
    throw invalid('on', 'OUT_OF_ORDER', { ja: '未来の日は調べられません。', en: 'A day to come cannot be asked about.' });
  return on && on < today ? new Date(endOfDay(on).getTime() - 1) : now;
}
