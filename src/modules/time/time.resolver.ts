import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { CalendarDate, Instant, Uuid } from '../../graphql/scalars.js';
import { Absence } from './absence.entity.js';
import { ClosedDay, closedDays } from './closed-days.js';
import { ClosingDay } from './closing-day.entity.js';
import {
  addClosingDay,
  AddClosingDayInput,
  setTurnOfYear,
  SetTurnOfYearInput,
  withdrawClosingDay,
  WithdrawClosingDayInput,
} from './closing-days.js';
import { Coming, comingTo, TimeProposal, timesFor } from './coming.js';
import { OfficeCalendar } from './office-calendar.entity.js';
import { reportAbsence, ReportAbsenceInput, withdrawAbsence, WithdrawAbsenceInput } from './report-absence.js';
import { setWorkingWeek, SetWorkingWeekInput } from './set-working-week.js';
import { WorkingWeek } from './working-week.entity.js';

/** When offices are open and people work, and who can come when. */
@Resolver()
export class TimeResolver {
  @Query(() => [Coming], { description: 'Who of these people can come to a meeting at that time, and why not.' })
  @Allow('read', 'WorkingWeek')
  whoCanCome(
    @Door() door: ResolverDoor,
    @Args('staffIds', { type: () => [Uuid] }) staffIds: string[],
    @Args('startsAt', { type: () => Instant }) startsAt: string,
    @Args('endsAt', { type: () => Instant }) endsAt: string,
  ) {
    return comingTo(door, staffIds, { startsAt: new Date(startsAt), endsAt: new Date(endsAt) });
  }

  @Query(() => [TimeProposal], { description: 'Times between two days at which these people could meet, the best first.' })
  @Allow('read', 'WorkingWeek')
  async proposeTimes(
    @Door() door: ResolverDoor,
    @Args('staffIds', { type: () => [Uuid] }) staffIds: string[],
    @Args('from', { type: () => CalendarDate }) from: string,
    @Args('to', { type: () => CalendarDate }) to: string,
    @Args('minutes', { type: () => Int, defaultValue: 60 }) minutes: number,
    @Args('first', { type: () => Int, defaultValue: 10 }) first: number,
  ) {
    return (await timesFor(door, staffIds, { from, to }, minutes)).slice(0, Math.max(0, first));
  }

  @Query(() => [WorkingWeek], { description: 'The working weeks of somebody, the latest first. None means Monday to Friday, 8:30–17:15.' })
  @Allow('read', 'WorkingWeek')
  workingWeeks(@Door() door: ResolverDoor, @Args('staffId', { type: () => Uuid }) staffId: string) {
    return door.list(WorkingWeek, { where: { staffId }, order: ['-since', 'id'] });
  }

  @Query(() => [Absence], { description: 'When somebody is away, today and later.' })
  @Allow('read', 'Absence')
  async absences(@Door() door: ResolverDoor, @Args('staffId', { type: () => Uuid }) staffId: string) {
    const { today } = await door.clock();
    return door.list(Absence, { where: { staffId, withdrawnAt: null, until: { $gte: today } }, order: ['since', 'id'] });
  }

  @Query(() => [OfficeCalendar], { description: 'Municipalities whose offices close at another turn of the year than 12/29–1/3.' })
  @Allow('read', 'OfficeCalendar')
  officeCalendars(@Door() door: ResolverDoor) {
    return door.list(OfficeCalendar, { order: ['id'] });
  }

  @Query(() => [ClosedDay], {
    description:
      'Weekends, holidays, the turn of the year and closing days between two days, both included; of one’s own office, unless told otherwise.',
  })
  @Allow('read', 'ClosingDay')
  closedDays(
    @Door() door: ResolverDoor,
    @Args('fromOn', { type: () => CalendarDate }) fromOn: string,
    @Args('toOn', { type: () => CalendarDate }) toOn: string,
    @Args('agencyId', { type: () => Uuid, nullable: true }) agencyId: string | null,
  ) {
    return closedDays(door, fromOn, toOn, agencyId);
  }

  @Query(() => [ClosingDay], { description: 'Closing days of a municipality, today and later.' })
  @Allow('read', 'ClosingDay')
  async closingDays(@Door() door: ResolverDoor, @Args('agencyId', { type: () => Uuid }) agencyId: string) {
    const { today } = await door.clock();
    return door.list(ClosingDay, { where: { agencyId, withdrawnAt: null, heldOn: { $gte: today } }, order: ['heldOn'] });
  }

  @Mutation(() => WorkingWeek, { nullable: true })
  @Allow('arrange', 'WorkingWeek')
  setWorkingWeek(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: SetWorkingWeekInput) {
    return door.run(setWorkingWeek, id, input);
  }

  @Mutation(() => Absence, { nullable: true })
  @Allow('report', 'Absence')
  reportAbsence(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ReportAbsenceInput) {
    return door.run(reportAbsence, id, input);
  }

  @Mutation(() => Absence, { nullable: true })
  @Allow('report', 'Absence')
  withdrawAbsence(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: WithdrawAbsenceInput) {
    return door.run(withdrawAbsence, id, input);
  }

  @Mutation(() => OfficeCalendar, { nullable: true })
  @Allow('administer', 'OfficeCalendar')
  setTurnOfYear(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: SetTurnOfYearInput) {
    return door.run(setTurnOfYear, id, input);
  }

  @Mutation(() => ClosingDay, { nullable: true })
  @Allow('administer', 'ClosingDay')
  addClosingDay(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AddClosingDayInput) {
    return door.run(addClosingDay, id, input);
  }

  @Mutation(() => ClosingDay, { nullable: true })
  @Allow('administer', 'ClosingDay')
  withdrawClosingDay(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: WithdrawClosingDayInput) {
    return door.run(withdrawClosingDay, id, input);
  }
}
