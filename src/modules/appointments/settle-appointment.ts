import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { Appointment } from './appointment.entity.js';

@InputType()
export class KeepAppointmentInput {
  @Field(() => Uuid) appointmentId: string;
  @Field(() => Int) version: number;
}

@InputType()
export class CancelAppointmentInput extends KeepAppointmentInput {
  @Field(() => Narrative, { description: 'Everyone on the case may read it.' }) reason: string;
}

@InputType()
export class MissAppointmentInput extends CancelAppointmentInput {}

/** Notes that the client was seen as agreed. `CONFLICT` when it is settled already, or before its moment. */
export async function keepAppointment(work: Work, input: KeepAppointmentInput): Promise<Appointment> {
  const appointment = await agreed(work, input);
  refuseBefore(work, appointment);
  await work.save(appointment, { status: 'KEPT' });
  work.record('appointment.kept', appointment);
  return appointment;
}

/** Notes that the client was not seen: they are without a next appointment again. `CONFLICT` when it is settled already, or before its moment. */
export async function missAppointment(work: Work, input: MissAppointmentInput): Promise<Appointment> {
  const appointment = await agreed(work, input);
  refuseBefore(work, appointment);
  const reasonId = await explain(work, appointment, 'REASON', input.reason);
  await work.save(appointment, { status: 'MISSED', reasonId });
  work.record('appointment.missed', appointment, { to: [appointment.madeById], reasonId });
  return appointment;
}

/** Calls an appointment off, with a reason. `CONFLICT` when it is settled already. */
export async function cancelAppointment(work: Work, input: CancelAppointmentInput): Promise<Appointment> {
  const appointment = await agreed(work, input);
  const reasonId = await explain(work, appointment, 'REASON', input.reason);
  await work.save(appointment, { status: 'CANCELLED', reasonId });
  work.record('appointment.cancelled', appointment, { to: [appointment.staffId], reasonId });
  return appointment;
}

async function agreed(work: Work, { appointmentId, version }: KeepAppointmentInput): Promise<Appointment> {
  const appointment = await work.lock(Appointment, appointmentId, version);
  work.must('settle', appointment);
  if (appointment.status === 'AGREED') return appointment;
  throw conflict({ ja: 'この予定はすでに終わっています。', en: 'This appointment is settled already.' });
}

function refuseBefore(work: Work, { startsAt }: Appointment): void {
  if (startsAt > work.now) throw conflict({ ja: '予定の日時はまだ来ていません。', en: 'Its moment has not come yet.' });
}
