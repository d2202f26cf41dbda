import { Module } from '@nestjs/common';
import { CalendarsResolver } from './calendars.resolver.js';
import { FeedController } from './feed.controller.js';

@Module({ providers: [CalendarsResolver], controllers: [FeedController] })
export class CalendarsModule {}
