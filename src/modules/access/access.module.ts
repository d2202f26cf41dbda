import { Module } from '@nestjs/common';
import { AccessLogResolver } from './access-log.resolver.js';
import { AccessResolver } from './access.resolver.js';

@Module({ providers: [AccessResolver, AccessLogResolver] })
export class AccessModule {}
