import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Config } from '../../config.js';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { Keyring } from '../../keyring.js';
import { CONFIG } from '../../spine.js';
import { attachFile, AttachFileInput } from './attach-file.js';
import { Attachment } from './attachment.entity.js';
import { keyContext, uploadOf } from './receipt.js';
import { withdrawAttachment, WithdrawAttachmentInput } from './withdraw-attachment.js';

@Resolver(() => Attachment)
export class AttachmentsResolver {
  constructor(
    @Inject(Keyring) private readonly keyring: Keyring,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => Int, { description: 'How many megabytes one attached file may have.' })
  @Allow('read', 'Attachment')
  largestFile(): number {
    return this.config.largestFile;
  }

  @Mutation(() => Attachment, { nullable: true, description: 'Attaches an uploaded file to a case.' })
  @Allow('attach', 'Attachment')
  attachFile(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') { upload: receipt, ...input }: AttachFileInput) {
    const { key, ...upload } = uploadOf(this.keyring, receipt);
    const sealedKey = () => this.keyring.seal(Buffer.from(key, 'base64'), keyContext(upload.id));
    return door.run(attachFile, id, { ...input, upload, sealedKey });
  }

  @Mutation(() => Attachment, { nullable: true, description: 'Withdraws a file; it stays listed.' })
  @Allow('withdraw', 'Attachment')
  withdrawAttachment(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: WithdrawAttachmentInput) {
    return door.run(withdrawAttachment, id, input);
  }
}
