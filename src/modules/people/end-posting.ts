import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid } from '../../refusal.js';
import { Posting } from './posting.entity.js';

@InputType()
export class EndPostingInput {
  @Field(() => Uuid) postingId: string;
  @Field(() => Int) version: number;
  @Field(() => CalendarDate, { description: 'The last day of the posting.' }) until: string;
}

/** Ends a posting on a day. `INVALID` when that is before it began; `CONFLICT` when it has already ended. */
export async function endPosting(work: Work, input: EndPostingInput): Promise<Posting> {
  const posting = await work.lock(Posting, input.postingId, input.version);
  work.must('administer', posting);
  if (posting.until !== null) throw conflict({ ja: 'この配置はすでに終了しています。', en: 'This posting has already ended.' });
  if (input.until < posting.since) {
    throw invalid('input.until', 'OUT_OF_ORDER', {
      ja: '終了日は開始日以後にしてください。',
      en: 'The last day cannot be before the first.',
    });
  }
  await work.save(posting, { until: input.until });
  work.record('posting.ended', posting, { to: [posting.staffId] });
  return posting;
}
