import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { SignedInGuard } from './graphql/signed-in.guard.js';
import { graphqlModule } from './graphql/graphql.module.js';
import { CanResolver } from './graphql/can.resolver.js';
import { AccessModule } from './modules/access/access.module.js';
import { AppointmentsModule } from './modules/appointments/appointments.module.js';
import { AttachmentsModule } from './modules/attachments/attachments.module.js';
import { CalendarsModule } from './modules/calendars/calendars.module.js';
import { CasesModule } from './modules/cases/cases.module.js';
import { ConferenceModule } from './modules/conference/conference.module.js';
import { HealthModule } from './modules/health/health.module.js';
import { MailModule } from './modules/mail/mail.module.js';
import { MeetingsModule } from './modules/meetings/meetings.module.js';
import { PeopleModule } from './modules/people/people.module.js';
import { PlansModule } from './modules/plans/plans.module.js';
import { ResponsibilityModule } from './modules/responsibility/responsibility.module.js';
import { RetentionModule } from './modules/retention/retention.module.js';
import { SafetyModule } from './modules/safety/safety.module.js';
import { SharingModule } from './modules/sharing/sharing.module.js';
import { TasksModule } from './modules/tasks/tasks.module.js';
import { TimeModule } from './modules/time/time.module.js';
import { TodayModule } from './modules/today/today.module.js';
import { SignInModule } from './modules/sign-in/sign-in.module.js';
import { SpineModule, type Spine } from './spine.js';

@Module({})
export class AppModule {
  static on(spine: Spine): DynamicModule {
    const nouns = [
      HealthModule,
      PeopleModule,
      SignInModule,
      CasesModule,
      ConferenceModule,
      MeetingsModule,
      AppointmentsModule,
      PlansModule,
      AttachmentsModule,
      RetentionModule,
      SafetyModule,
      SharingModule,
      AccessModule,
      TasksModule,
      TimeModule,
      CalendarsModule,
      MailModule,
      TodayModule,
      ResponsibilityModule,
    ];
    return {
      module: AppModule,
      imports: [SpineModule.of(spine), graphqlModule(), ...nouns],
      providers: [CanResolver, { provide: APP_GUARD, useClass: SignedInGuard }],
    };
  }
}
