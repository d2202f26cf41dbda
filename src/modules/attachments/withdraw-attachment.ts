import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { explain } from '../cases/explain.js';
import { refuseWithdrawn } from './attach-file.js';
import { Attachment } from './attachment.entity.js';

@InputType()
export class WithdrawAttachmentInput {
  @Field(() => Uuid) attachmentId: string;
  @Field(() => Int) version: number;
  @Field(() => Narrative) reason: string;
}

/** Withdraws a file, with a reason: it stays listed, and cannot be opened any more. `CONFLICT` when it was withdrawn before. */
export async function withdrawAttachment(work: Work, input: WithdrawAttachmentInput): Promise<Attachment> {
  const attachment = await work.lock(Attachment, input.attachmentId, input.version);
  work.must('withdraw', attachment);
  refuseWithdrawn(attachment);
  const reasonId = await explain(work, attachment, 'REASON', input.reason);
  await work.save(attachment, { withdrawnAt: work.now, withdrawnById: work.staff.staffId, reasonId });
  work.record('attachment.withdrawn', attachment, { to: [attachment.staffId], reasonId });
  return attachment;
}
