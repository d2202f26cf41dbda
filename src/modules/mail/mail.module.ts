import { Module } from '@nestjs/common';
import { MailResolver } from './mail.resolver.js';

@Module({ providers: [MailResolver] })
export class MailModule {}
