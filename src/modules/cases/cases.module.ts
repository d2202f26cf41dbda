import { Module } from '@nestjs/common';
import { CasesResolver } from './cases.resolver.js';
import { MayResolver } from './may.resolver.js';
import { SeatsResolver } from './seats.resolver.js';

@Module({ providers: [CasesResolver, SeatsResolver, MayResolver] })
export class CasesModule {}
