import { Module } from '@nestjs/common';
import { CasesResolver } from './cases.resolver.js';

@Module({ providers: [CasesResolver] })
export class CasesModule {}
