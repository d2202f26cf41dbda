import { Module } from '@nestjs/common';
import { ConferenceResolver } from './conference.resolver.js';
import { DiscussionResolver } from './discussion.resolver.js';
import { MinutesResolver } from './minutes.resolver.js';
import { ReadinessResolver } from './readiness.resolver.js';

@Module({ providers: [ConferenceResolver, DiscussionResolver, MinutesResolver, ReadinessResolver] })
export class ConferenceModule {}
