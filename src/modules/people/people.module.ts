import { Module } from '@nestjs/common';
import { PeopleResolver } from './people.resolver.js';
import { SessionResolver } from './session.resolver.js';

@Module({ providers: [PeopleResolver, SessionResolver] })
export class PeopleModule {}
