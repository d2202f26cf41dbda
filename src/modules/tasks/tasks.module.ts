import { Module } from '@nestjs/common';
import { PostponementsResolver } from './postponements.resolver.js';
import { TasksResolver } from './tasks.resolver.js';

@Module({ providers: [TasksResolver, PostponementsResolver] })
export class TasksModule {}
