import { Module } from '@nestjs/common';
import { ResponsibilityResolver } from './responsibility.resolver.js';

@Module({ providers: [ResponsibilityResolver] })
export class ResponsibilityModule {}
