import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { Task, UNFINISHED } from '../tasks/task.entity.js';
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
 * is key person, is being offered that role, or has unfinished tasks.
 */
export async function endSeat(work: Work, input: EndSeatInput): Promise<Seat> {
  const seat = await work.lock(Seat, input.seatId, input.version);
  work.must('end', seat);
  if (seat.until !== null) throw conflict({ ja: 'この席はすでに終わっています。', en: 'This seat has already ended.' });
  await refuseOrphans(work, seat);
  const reasonId = await explain(work, seat, 'REASON', input.reason);
  await work.save(seat, { until: work.now });
  work.record('seat.ended', seat, { to: [seat.staffId], reasonId });
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
  if (await work.scope.first(Task, { caseId, staffId, status: { $in: UNFINISHED } })) {
    throw conflict({
      ja: '終わっていない対応事項があります。先に担当を替えてください。',
      en: 'They have unfinished tasks. Please reassign those first.',
    });
  }
}
