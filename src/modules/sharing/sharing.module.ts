import { Module } from '@nestjs/common';
import { PolicyResolver } from './policy.resolver.js';
import { SharingResolver } from './sharing.resolver.js';

@Module({ providers: [SharingResolver, PolicyResolver] })
export class SharingModule {}
