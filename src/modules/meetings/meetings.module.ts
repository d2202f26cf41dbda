import { Module } from '@nestjs/common';
import { MeetingsResolver } from './meetings.resolver.js';
import { MonitorResolver } from './monitor.resolver.js';
import { PacketResolver } from './packet.resolver.js';
import { ProgressResolver } from './progress.resolver.js';

@Module({ providers: [MeetingsResolver, MonitorResolver, PacketResolver, ProgressResolver] })
export class MeetingsModule {}
