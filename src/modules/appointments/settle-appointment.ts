import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { refuseClosed } from '../cases/give-seat.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Appointment } from './appointment.entity.js';
import { refuseSecond } from './make-appointment.js';

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

@InputType()
export class RevertAppointmentInput extends KeepAppointmentInput {}

/**
 * Takes back what was noted of an appointment by a slip: it is agreed as before. `CONFLICT` while it is agreed, once the case is closed, and
 * when the person has another one at that moment by now.
 */
export async function revertAppointment(work: Work, { appointmentId, version }: RevertAppointmentInput): Promise<Appointment> {
  const { caseId } = await work.scope.one(Appointment, appointmentId);
  refuseClosed(await work.lock(SupportCase, caseId));
  const appointment = await work.lock(Appointment, appointmentId, version);
  work.must('settle', appointment);
  if (appointment.status === 'AGREED') throw conflict({ ja: '取り消せる操作がありません。', en: 'There is nothing to take back.' });
  await refuseSecond(work, appointment.staffId, appointment.startsAt);
  await work.save(appointment, { status: 'AGREED', reasonId: null });
  work.record('appointment.reverted', appointment, { to: [appointment.staffId, appointment.madeById] });
  return appointment;
}
