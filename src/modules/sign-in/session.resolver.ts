import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SESSION_COOKIE } from '../../graphql/actor.js';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import type { RequestContext } from '../../graphql/request.js';
import { ShortText } from '../../graphql/scalars.js';
import { changePassword, ChangePasswordInput } from './change-password.js';
import { signOut, signOutEverywhere } from './end-sessions.js';
import { Session } from './session.entity.js';
import { Staff } from './staff.entity.js';
import { SignedIn, signIn } from './sign-in.js';

const keep = ({ config, reply }: RequestContext, token: string, seconds: number) =>
  reply.setCookie(SESSION_COOKIE, token, { httpOnly: true, sameSite: 'strict', path: '/', secure: config.secureCookie, maxAge: seconds });

@Resolver()
export class SessionResolver {
  @Mutation(() => SignedIn, { description: 'Signs in with a local account; browsers also get a cookie that scripts cannot read.' })
  @Allow('sign-in', 'Account')
  async signIn(
    @Context() request: RequestContext,
    @Args('login', { type: () => ShortText }) login: string,
    @Args('password') password: string,
  ) {
    const signedIn = await signIn(request, login, password);
    keep(request, signedIn.token, request.config.sessionHours * 3600);
    return signedIn;
  }

  @Query(() => [Session], { description: 'The open sessions of the person who asks, newest first.' })
  @Allow('read', 'Session')
  async mySessions(@Door() door: ResolverDoor) {
    return door.list(Session, { where: { staffId: (await door.actor()).staffId, endedAt: null }, order: ['-startedAt'] });
  }

  @Mutation(() => Staff, { nullable: true, description: 'Changes the password of the person who asks, and ends their other sessions.' })
  @Allow('change', 'Account')
  changePassword(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ChangePasswordInput) {
    return door.run(changePassword, id, input);
  }

  @Mutation(() => Session, { nullable: true, description: 'Ends this session.' })
  @Allow('end', 'Session')
  async signOut(@Door() door: ResolverDoor, @CommandId() id: string) {
    await door.act(signOut, id, null);
    keep(door.request, '', 0);
    return null;
  }

  @Mutation(() => Session, { nullable: true, description: 'Ends every session of the person who asks.' })
  @Allow('end', 'Session')
  async signOutEverywhere(@Door() door: ResolverDoor, @CommandId() id: string) {
    await door.act(signOutEverywhere, id, null);
    keep(door.request, '', 0);
    return null;
  }
}
