import { Module } from '@nestjs/common';
import { ConferenceResolver } from './conference.resolver.js';

@Module({ providers: [ConferenceResolver] })
export class ConferenceModule {}
