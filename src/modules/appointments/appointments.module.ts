import { Module } from '@nestjs/common';
import { AppointmentsResolver } from './appointments.resolver.js';

@Module({ providers: [AppointmentsResolver] })
export class AppointmentsModule {}
