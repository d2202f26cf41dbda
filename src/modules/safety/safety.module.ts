import { Module } from '@nestjs/common';
import { SafetyResolver } from './safety.resolver.js';

@Module({ providers: [SafetyResolver] })
export class SafetyModule {}
