import { Module } from '@nestjs/common';
import { GroundsResolver } from './grounds.resolver.js';
import { PolicyResolver } from './policy.resolver.js';
import { SharingResolver } from './sharing.resolver.js';
import { SightResolver } from './sight.resolver.js';

@Module({ providers: [SharingResolver, SightResolver, PolicyResolver, GroundsResolver] })
export class SharingModule {}
