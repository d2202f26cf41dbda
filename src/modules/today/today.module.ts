import { Module } from '@nestjs/common';
import { InboxResolver } from './inbox.resolver.js';
import { TodayResolver } from './today.resolver.js';

@Module({ providers: [TodayResolver, InboxResolver] })
export class TodayModule {}
