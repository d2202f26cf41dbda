import { Module, type DynamicModule } from '@nestjs/common';
import { graphqlModule } from './graphql/graphql.module.js';
import { HealthModule } from './modules/health/health.module.js';
import { PeopleModule } from './modules/people/people.module.js';
import { SpineModule, type Spine } from './spine.js';

@Module({})
export class AppModule {
  static on(spine: Spine): DynamicModule {
    return { module: AppModule, imports: [SpineModule.of(spine), graphqlModule(), HealthModule, PeopleModule] };
  }
}
