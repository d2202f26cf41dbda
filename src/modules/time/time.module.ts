import { Module } from '@nestjs/common';
import { TimeResolver } from './time.resolver.js';

@Module({ providers: [TimeResolver] })
export class TimeModule {}
