import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText } from '../../graphql/scalars.js';
import { conflict, invalid, notFound } from '../../refusal.js';
import { RetentionKind, RetentionPeriod } from './retention-period.entity.js';

@InputType()
export class ChangeRetentionPeriodInput {
  @Field(() => RetentionKind) kind: keyof typeof RetentionKind;
  @Field(() => Int, { description: '1 to 100.' }) years: number;
  @Field(() => ShortText, { description: 'The rule that it comes from.' }) source: string;
  @Field(() => ShortText) reason: string;
  @Field(() => Int, { description: 'The version of the period as it stands.' }) version: number;
}

/** Sets how long something is kept, from now on, with its source and the reason. `CONFLICT` when it is kept so long already. */
export async function changeRetentionPeriod(work: Work, input: ChangeRetentionPeriodInput): Promise<RetentionPeriod> {
  work.must('change', {}, RetentionPeriod);
  const { kind, years, source, reason } = input;
  if (years < 1 || years > 100) throw invalid('input.years', 'FORMAT', { ja: '年数は1から100までです。', en: 'This is 1 to 100.' });
  const current = await work.scope.first(RetentionPeriod, { kind, until: null });
  if (!current) throw notFound();
  const before = await work.lock(RetentionPeriod, current.id, input.version);
  if (before.years === years) throw conflict({ ja: 'すでにその年数です。', en: 'It is kept so long already.' });
  await work.save(before, { until: work.now });
  const { countsFrom } = before;
  const { staffId } = work.staff;
  const period = await work.insert(RetentionPeriod, { kind, years, countsFrom, source, reason, staffId, since: work.now, until: null });
  work.record('retention-period.changed', period);
  return period;
}
