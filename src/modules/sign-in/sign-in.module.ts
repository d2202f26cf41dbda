import { Module } from '@nestjs/common';
import { AccountsResolver } from './accounts.resolver.js';
import { FactorsResolver } from './factors.resolver.js';
import { ProviderController } from './provider.controller.js';
import { Provider } from './provider.js';
import { Reception } from './reception.js';
import { SessionResolver } from './session.resolver.js';

@Module({ controllers: [ProviderController], providers: [Reception, Provider, SessionResolver, FactorsResolver, AccountsResolver] })
export class SignInModule {}
