import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Choice } from '../../database/selection.js';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Appointment } from './appointment.entity.js';
import { makeAppointment, MakeAppointmentInput } from './make-appointment.js';
import {
  cancelAppointment,
  CancelAppointmentInput,
  keepAppointment,
  KeepAppointmentInput,
  missAppointment,
  MissAppointmentInput,
  revertAppointment,
  RevertAppointmentInput,
} from './settle-appointment.js';

/** When clients are next seen, and who of a caseload is not. */
@Resolver()
export class AppointmentsResolver {
  @Query(() => [SupportCase], {
    description: 'The cases of a series’ caseload without a next appointment: worked through until the list is empty (もれなく).',
  })
  @Allow('read', 'SupportCase')
  async withoutAppointment(@Door() door: ResolverDoor, @Args('seriesId', { type: () => Uuid }) seriesId: string) {
    const also: Choice['also'] = (it, values) =>
      `exists (select from caseload_entry entry where entry.case_id = ${it}.id and entry.series_id = ${values.add(seriesId)} and entry.until is null)
       and not exists (select from appointment where appointment.case_id = ${it}.id and appointment.status = 'AGREED' and appointment.starts_at > tsunagi_now())`;
    return door.list(SupportCase, { where: { status: 'OPEN' }, also, order: ['openedAt', 'id'] });
  }

  @Query(() => [Appointment], { description: 'The appointments ahead of the person who asks.' })
  @Allow('read', 'Appointment')
  async appointments(@Door() door: ResolverDoor) {
    const { staffId } = await door.actor();
    return door.list(Appointment, { where: { staffId, status: 'AGREED' }, order: ['startsAt', 'id'] });
  }

  @Mutation(() => Appointment, { nullable: true })
  @Allow('make', 'Appointment')
  makeAppointment(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: MakeAppointmentInput) {
    return door.run(makeAppointment, id, input);
  }

  @Mutation(() => Appointment, { nullable: true })
  @Allow('settle', 'Appointment')
  keepAppointment(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: KeepAppointmentInput) {
    return door.run(keepAppointment, id, input);
  }

  @Mutation(() => Appointment, { nullable: true })
  @Allow('settle', 'Appointment')
  missAppointment(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: MissAppointmentInput) {
    return door.run(missAppointment, id, input);
  }

  @Mutation(() => Appointment, { nullable: true })
  @Allow('settle', 'Appointment')
  cancelAppointment(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: CancelAppointmentInput) {
    return door.run(cancelAppointment, id, input);
  }

  @Mutation(() => Appointment, { nullable: true })
  @Allow('settle', 'Appointment')
  revertAppointment(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: RevertAppointmentInput) {
    return door.run(revertAppointment, id, input);
  }
}
