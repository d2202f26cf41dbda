import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { DECLARED, type Declaration } from './allow.js';
import type { RequestContext } from './request.js';

/** Nothing is looked at, not even the arguments, before it is known who asks; only signing in is open to anyone. */
@Injectable()
export class SignedInGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType<GqlContextType>() !== 'graphql') return true;
    const declared = Reflect.getMetadata(DECLARED, context.getHandler()) as Declaration | undefined;
    if (declared?.action !== 'sign-in') await GqlExecutionContext.create(context).getContext<RequestContext>().presumed();
    return true;
  }
}
