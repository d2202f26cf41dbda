import { Module } from '@nestjs/common';
import { CasesResolver } from './cases.resolver.js';
import { SeatsResolver } from './seats.resolver.js';
import { SightResolver } from './sight.resolver.js';

@Module({ providers: [CasesResolver, SeatsResolver, SightResolver] })
export class CasesModule {}
