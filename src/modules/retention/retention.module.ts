import { Module } from '@nestjs/common';
import { ExportsController } from './exports.controller.js';
import { RetentionResolver } from './retention.resolver.js';

@Module({ providers: [RetentionResolver], controllers: [ExportsController] })
export class RetentionModule {}
