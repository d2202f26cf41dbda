import { Module } from '@nestjs/common';
import { PlanningResolver } from './planning.resolver.js';
import { MeetingsResolver } from './meetings.resolver.js';
import { MonitorResolver } from './monitor.resolver.js';
import { PacketResolver } from './packet.resolver.js';
import { ProgressResolver } from './progress.resolver.js';

@Module({ providers: [MeetingsResolver, MonitorResolver, PacketResolver, PlanningResolver, ProgressResolver] })
export class MeetingsModule {}
