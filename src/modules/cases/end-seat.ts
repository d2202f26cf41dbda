import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { RoleAllocation } from '../conference/role-allocation.entity.js';
import { Circle } from '../tasks/circle.js';
import { Task } from '../tasks/task.entity.js';
import { explain } from './explain.js';
import { KeyPersonHandover } from './key-person-handover.entity.js';
import { KeyPersonTerm } from './key-person-term.entity.js';
import { Seat } from './seat.entity.js';

@InputType()
export class EndSeatInput {
  @Field(() => Uuid) seatId: string;
  @Field(() => Int) version: number;
  @Field(() => Narrative) reason: string;
}

/**
 * Ends a seat; its holder loses sight of the case at once. A leaver leaves no orphan: `CONFLICT` while the holder
 * is key person, is being offered that role, has unfinished tasks, or is the last who could take on those of the agency.
 */
export async function endSeat(work: Work, input: EndSeatInput): Promise<Seat> {
  const seat = await work.lock(Seat, input.seatId, input.version);
  work.must('end', seat);
  if (seat.until !== null) throw conflict({ ja: 'この席はすでに終わっています。', en: 'This seat has already ended.' });
  await refuseOrphans(work, seat);
  await refuseEmptyAgency(work, seat);
  const reasonId = await explain(work, seat, 'REASON', input.reason);
  await work.save(seat, { until: work.now });
  work.record('seat.ended', seat, { to: [seat.staffId], reasonId });
  await endRoles(work, seat);
  return seat;
}

async function refuseOrphans(work: Work, { caseId, staffId, id: seatId }: Seat): Promise<void> {
  if (await work.scope.first(KeyPersonTerm, { seatId, until: null })) {
    throw conflict({ ja: 'キーパーソンです。先に引き継いでください。', en: 'They are key person. Please hand over first.' });
  }
  if (await work.scope.first(KeyPersonHandover, { seatId, status: 'OFFERED' })) {
    throw conflict({
      ja: 'キーパーソンの引き継ぎを依頼中です。先に取り下げてください。',
      en: 'The role of key person is being offered to them. Please withdraw that first.',
    });
  }
  if (await work.scope.first(Task, { caseId, staffId, isOpen: true })) {
    throw conflict({
      ja: '終わっていない対応事項があります。先に担当を替えてください。',
      en: 'They have unfinished tasks. Please reassign those first.',
    });
  }
}

/** What lies in the agency's pool, or is followed up by it, needs someone of the agency whose work still reaches it. */
async function refuseEmptyAgency(work: Work, seat: Seat): Promise<void> {
  const { caseId, agencyId } = seat;
  const circle = (await Circle.of(work, caseId)).without(seat);
  const unowned = await work.scope.find(Task, { caseId, agencyId, staffId: null, isOpen: true });
  if (unowned.every((task) => circle.seatFor(agencyId, task.category))) return;
  throw conflict({
    ja: 'この機関の対応事項を引き受けられる人がほかにいません。先に担当を替えてください。',
    en: 'Nobody else of the agency could take on its tasks. Please reassign those first.',
  });
}

async function endRoles(work: Work, { caseId, staffId }: Seat): Promise<void> {
  for (const role of await work.scope.find(RoleAllocation, { caseId, staffId, until: null })) {
    await work.save(role, { until: work.now });
    work.record('role.ended', role);
  }
}
