import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { refuseClosed } from './give-seat.js';
import { SupportCase } from './support-case.entity.js';

@InputType()
export class ReviseHeadlineInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => Int) version: number;
  @Field(() => ShortText) headline: string;
}

/** Changes the one sentence that everyone on the case reads. `CONFLICT` when it is stale, or the case is closed. */
export async function reviseHeadline(work: Work, input: ReviseHeadlineInput): Promise<SupportCase> {
  const supportCase = await work.lock(SupportCase, input.caseId, input.version);
  work.must('revise', supportCase);
  refuseClosed(supportCase);
  await work.save(supportCase, { headline: input.headline });
  work.record('case.headline-revised', supportCase);
  return supportCase;
}
