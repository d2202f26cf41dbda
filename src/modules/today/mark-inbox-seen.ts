import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { conflict, invalid } from '../../refusal.js';
import { InboxCursor } from './inbox-cursor.entity.js';

@InputType()
export class MarkInboxSeenInput {
  @Field(() => Int, { description: 'The `seq` of the last entry that was seen.' }) upTo: number;
}

/**
 * Marks one's inbox as seen up to an entry. The mark only moves forward: `CONFLICT` when it is there or further already,
 * from another window for instance. `INVALID` beyond the end of the trail, where nobody can have looked.
 */
export async function markInboxSeen(work: Work, { upTo }: MarkInboxSeenInput): Promise<InboxCursor> {
  const { staffId } = work.staff;
  const head = await work.scope.head();
  if (upTo < 1 || upTo > head.seq)
    throw invalid('input.upTo', 'UNKNOWN', { ja: 'その番号の項目はありません。', en: 'There is no entry of that number.' });
  const known = await work.scope.first(InboxCursor, { staffId });
  const cursor = known ? await moved(work, known, upTo) : await work.insert(InboxCursor, { staffId, seq: upTo });
  work.must('move', cursor);
  work.record('inbox.seen', cursor);
  return cursor;
}

async function moved(work: Work, known: InboxCursor, upTo: number): Promise<InboxCursor> {
  const cursor = await work.lock(InboxCursor, known.id);
  if (cursor.seq >= upTo)
    throw conflict({ ja: '受信箱はすでにそこまで確認済みです。', en: 'The inbox has already been seen up to there.' });
  return work.save(cursor, { seq: upTo });
}
