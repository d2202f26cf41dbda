import { Module } from '@nestjs/common';
import { AttachmentsResolver } from './attachments.resolver.js';
import { FilesController } from './files.controller.js';

@Module({ providers: [AttachmentsResolver], controllers: [FilesController] })
export class AttachmentsModule {}
