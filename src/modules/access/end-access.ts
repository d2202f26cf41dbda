import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { othersAnswerable } from './begin.js';
import { ExtraordinaryAccess } from './extraordinary-access.entity.js';

@InputType()
export class EndExtraordinaryAccessInput {
  @Field(() => Uuid) accessId: string;
}

/** Ends an extraordinary access at once, by whoever looks or by the key person. `CONFLICT` when it is over already. */
export async function endExtraordinaryAccess(work: Work, input: EndExtraordinaryAccessInput): Promise<ExtraordinaryAccess> {
  const access = await work.lock(ExtraordinaryAccess, input.accessId);
  work.must('end', access);
  if (!isLive(work, access)) throw conflict({ ja: 'この閲覧はすでに終わっています。', en: 'This access is over already.' });
  await work.save(access, { endedAt: work.now });
  work.record('access.ended', access, { to: await othersAnswerable(work, access) });
  return access;
}

/** Whether an access still opens anything at the instant of a run. */
export const isLive = (work: Work, { endedAt, until }: ExtraordinaryAccess): boolean => endedAt === null && until > work.now;
