import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Instant, ShortText, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict, invalid } from '../../refusal.js';
import { refuseClosed } from '../cases/give-seat.js';
import { Channel } from '../cases/record.entity.js';
import { Seat } from '../cases/seat.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { AgendaItem } from '../conference/agenda-item.entity.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { refuseUnless } from '../conference/under-way.js';
import { NO_SEAT } from '../tasks/owner.js';
import { Appointment } from './appointment.entity.js';

@InputType()
export class MakeAppointmentInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => Uuid, { description: 'Who is to meet the client: somebody on the case.' }) staffId: string;
  @Field(() => Instant) startsAt: string;
  @Field(() => ShortText, { description: 'Everyone on the case may read it.' }) place: string;
  @Field(() => Channel, { defaultValue: 'IN_PERSON' }) channel: keyof typeof Channel;
  @Field(() => Uuid, { nullable: true, description: 'The item of an open meeting that it settles.' }) itemId?: string | null;
}

/**
 * Says when a client is next seen, by whom and where (次回の予定). Made in a scheduling meeting it settles its item, so that the list is worked
 * through until it is empty (春日井市:「もれなく」). `INVALID` for someone without a seat, for a moment in the past and for an item of another case;
 * `CONFLICT` when the case is closed, the meeting is not open, or the person meets another client at that moment.
 */
export async function makeAppointment(work: Work, input: MakeAppointmentInput): Promise<Appointment> {
  const { caseId, staffId, place, channel, itemId = null } = input;
  const item = itemId ? await openItem(work, caseId, itemId) : null;
  refuseClosed(await work.lock(SupportCase, caseId));
  work.must('make', { caseId }, Appointment);
  const startsAt = new Date(input.startsAt);
  if (startsAt <= work.now) throw invalid('input.startsAt', 'IN_THE_PAST', { ja: '予定の日時が過去です。', en: 'That is in the past.' });
  const seat = await work.scope.first(Seat, { caseId, staffId, until: null });
  if (!seat) throw invalid('input.staffId', 'UNKNOWN', NO_SEAT);
  await refuseSecond(work, staffId, startsAt);
  const appointment = await work.insert(Appointment, {
    caseId,
    category: COORDINATION,
    staffId,
    agencyId: seat.agencyId,
    startsAt,
    place,
    channel,
    status: 'AGREED',
    itemId,
    madeById: work.staff.staffId,
    madeAt: work.now,
    reasonId: null,
  });
  work.record('appointment.made', appointment, { to: staffId === work.staff.staffId ? [] : [staffId] });
  if (item && item.outcome === null) {
    await work.save(item, { outcome: 'NOTED', settledAt: work.now });
    work.record('agenda.item-settled', item);
  }
  return appointment;
}

async function openItem(work: Work, caseId: string, id: string): Promise<AgendaItem> {
  const found = await work.scope.first(AgendaItem, { id, caseId });
  if (!found) throw invalid('input.itemId', 'UNKNOWN', { ja: 'このケースの議題ではありません。', en: 'This is no item about this case.' });
  refuseUnless(await work.lock(ConferenceSession, found.sessionId), 'OPEN');
  return work.lock(AgendaItem, id);
}

/** `CONFLICT` when somebody has agreed on another appointment at that moment. */
export async function refuseSecond(work: Work, staffId: string, startsAt: Date): Promise<void> {
  if (await work.scope.first(Appointment, { staffId, startsAt: startsAt.toISOString(), status: 'AGREED' }))
    throw conflict({ ja: 'この人には同じ日時に別の予定があります。', en: 'They have another appointment at that moment.' });
}
