import { Module } from '@nestjs/common';
import { ConferenceResolver } from './conference.resolver.js';
import { DiscussionResolver } from './discussion.resolver.js';
import { MinutesResolver } from './minutes.resolver.js';
import { PresenceResolver } from './presence.resolver.js';
import { ReadinessResolver } from './readiness.resolver.js';

@Module({ providers: [ConferenceResolver, DiscussionResolver, MinutesResolver, PresenceResolver, ReadinessResolver] })
export class ConferenceModule {}
