import { Args, ArgsType, Field, Int, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { Door, type ResolverDoor } from '../../graphql/door.js';
import { CalendarDate, Uuid } from '../../graphql/scalars.js';
import { denial } from '../../permissions/actions.js';
import { forbidden, invalid, notFound } from '../../refusal.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { endOfDay } from '../sharing/period.js';
import { AccessEntry } from './access-entry.view.js';
import { accessLogCsv } from './access-log-csv.js';
import { AccessSummary } from './access-summary.view.js';

@ArgsType()
class AccessLogArgs {
  @Field(() => Uuid) caseId: string;
  @Field(() => CalendarDate, { description: 'The first day, in Japan.' }) from: string;
  @Field(() => CalendarDate, { description: 'The last day.' }) to: string;
  @Field(() => Int, { defaultValue: 100 }) first: number;
  @Field(() => Int, { defaultValue: 0 }) skip: number;
}

/** Who looked at a case: for the key person, and managers who oversee it. `FORBIDDEN` to others on the case. Looking here is not itself logged. */
@Resolver()
export class AccessLogResolver {
  @Query(() => [AccessEntry], { description: 'Every read of the restricted categories of a case in these days, newest first.' })
  @Allow('oversee', 'AccessEntry')
  async accessLog(@Door() door: ResolverDoor, @Args() { caseId, from, to, first, skip }: AccessLogArgs) {
    await refuseOthers(door, caseId);
    if (from > to) throw invalid('to', 'OUT_OF_ORDER', { ja: '終わりの日が始まりの日より前です。', en: 'This ends before it begins.' });
    const at = { $gte: `${from}T00:00:00+09:00`, $lt: endOfDay(to).toISOString() };
    return door.list(AccessEntry, { where: { caseId, at }, order: ['-at', '-id'], first, skip });
  }

  @Query(() => [AccessSummary], { description: 'Who looked at a case in a month, and how much; whoever looked last comes first.' })
  @Allow('oversee', 'AccessEntry')
  async accessSummary(
    @Door() door: ResolverDoor,
    @Args('caseId', { type: () => Uuid }) caseId: string,
    @Args('month', { type: () => CalendarDate, description: 'Any day of the month.' }) month: string,
  ) {
    await refuseOthers(door, caseId);
    return door.list(AccessSummary, { where: { caseId, month: `${month.slice(0, 7)}-01` }, order: ['-lastAt', 'id'] });
  }

  @Query(() => String, { description: 'The whole log of a case as CSV, under Japanese headings.' })
  @Allow('oversee', 'AccessEntry')
  async accessLogCsv(@Door() door: ResolverDoor, @Args('caseId', { type: () => Uuid }) caseId: string) {
    await refuseOthers(door, caseId);
    return accessLogCsv(door, caseId);
  }
}

/** `NOT_FOUND` to whoever does not see the case, `FORBIDDEN` to whoever does not answer for it. */
async function refuseOthers(door: ResolverDoor, caseId: string): Promise<void> {
  const [found] = await door.columns(SupportCase, ['id'], { where: { id: caseId } });
  if (!found) throw notFound();
  if (!(await door.ability()).can('oversee', 'AccessEntry', { caseId })) throw forbidden(denial('oversee', 'AccessEntry'));
}
