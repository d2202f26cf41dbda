// A guard that verifies the token, and what its bearer may do as CASL's abilities, held in memory and asked of each loaded row.
import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { createParamDecorator, Injectable, UnauthorizedException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { JwtService } from '@nestjs/jwt';

export interface User {
  readonly sub: string;
  readonly role: string;
}

export interface Asked {
  readonly headers: { readonly authorization?: string };
  user: User;
  ability: MongoAbility;
}

const askedIn = (context: ExecutionContext) => GqlExecutionContext.create(context).getContext<{ req: Asked }>().req;

export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext) => askedIn(context).user);
export const CurrentAbility = createParamDecorator((_: unknown, context: ExecutionContext) => askedIn(context).ability);

function abilityOf({ sub, role }: User): MongoAbility {
  const { can, cannot, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  can('read', 'ClientCase', { members: { $elemMatch: { staffId: sub } } });
  cannot('read', 'ClientCase', [role === 'PUBLIC_HEALTH_NURSE' ? 'employmentNote' : 'healthNote']);
  can('start', 'Task', { 'case.members': { $elemMatch: { staffId: sub } } });
  return build();
}

@Injectable()
export class SignedIn implements CanActivate {
  constructor(private readonly tokens: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const asked = askedIn(context);
    try {
      asked.user = await this.tokens.verifyAsync<User & object>((asked.headers.authorization ?? '').slice('Bearer '.length));
    } catch {
      throw new UnauthorizedException();
    }
    asked.ability = abilityOf(asked.user);
    return true;
  }
}
