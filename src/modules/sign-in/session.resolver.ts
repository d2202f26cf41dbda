import { Args, Context, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import type { RequestContext } from '../../graphql/request.js';
import { NewPassword, ShortText, Uuid } from '../../graphql/scalars.js';
import { Staff } from '../people/staff.entity.js';
import { changePassword, ChangePasswordInput, isWrongPassword } from './change-password.js';
import { confirmSignIn, passkeyQuestion, signInWithPasskey } from './confirm.js';
import { endSession, EndSessionInput, signOut, signOutEverywhere } from './end-sessions.js';
import { hasPasskeys, PasskeyQuestion } from './passkeys.js';
import { Reception } from './reception.js';
import { renewed } from './renew-session.js';
import { ProofKind, Session } from './session.entity.js';
import { LinkOwner, ownerOf, useSignInLink } from './sign-in-link.js';
import { signIn } from './sign-in.js';
import { Visit } from './visit.js';
import { peek, SignedIn, SignInStep } from './way-in.js';

@ObjectType({ description: 'How one can sign in here, and how far this browser has come with it.' })
export class WaysIn {
  @Field(() => String, { nullable: true, description: 'What the provider of single sign-on is called; null without one.' })
  provider: string | null;
  @Field() passkeys: boolean;
  @Field({ description: 'Whether mail goes out from here, links for signing in among it.' }) mail: boolean;
  @Field(() => SignInStep, { nullable: true }) step: keyof typeof SignInStep | null;
  @Field(() => [ProofKind]) ways: (keyof typeof ProofKind)[];
}

const ticketArgument = {
  type: () => String,
  nullable: true,
  description: "What the step before brought; the browser's cookie otherwise.",
} as const;

@Resolver()
export class SessionResolver {
  constructor(private readonly reception: Reception) {}

  @Query(() => WaysIn, { description: 'What a page for signing in has to offer.' })
  @Allow('sign-in', 'Account')
  async waysIn(@Context() request: RequestContext): Promise<WaysIn> {
    const { config } = this.reception;
    const ticket = peek(await this.visit(request), null);
    return {
      provider: config.oidcIssuer === null ? null : config.oidcName,
      passkeys: hasPasskeys(config),
      mail: config.smtpUrl !== null,
      step: ticket?.step ?? null,
      ways: [...(ticket?.ways ?? [])],
    };
  }

  @Mutation(() => SignedIn, { description: 'Signs in with a local account; browsers also get a cookie that scripts cannot read.' })
  @Allow('sign-in', 'Account')
  async signIn(
    @Context() request: RequestContext,
    @Args('login', { type: () => ShortText }) login: string,
    @Args('password') password: string,
  ) {
    return signIn(await this.visit(request), login, password);
  }

  @Mutation(() => SignedIn, { description: 'Takes the second step: with the six digits of an application, or with a recovery code.' })
  @Allow('sign-in', 'SecondFactor')
  async confirmSignIn(
    @Context() request: RequestContext,
    @Args('code', { type: () => ShortText }) code: string,
    @Args('ticket', ticketArgument) ticket: string | null = null,
  ) {
    return confirmSignIn(await this.visit(request), ticket, code);
  }

  @Mutation(() => PasskeyQuestion, { description: 'Asks for a passkey, as the second step or as the only one.' })
  @Allow('sign-in', 'SecondFactor')
  async askForPasskey(@Context() request: RequestContext, @Args('ticket', ticketArgument) ticket: string | null = null) {
    return passkeyQuestion(await this.visit(request), ticket);
  }

  @Mutation(() => SignedIn, { description: "Signs in with a passkey's answer to a question." })
  @Allow('sign-in', 'SecondFactor')
  async signInWithPasskey(@Context() request: RequestContext, @Args('question') question: string, @Args('answer') answer: string) {
    return signInWithPasskey(await this.visit(request), question, answer);
  }

  @Mutation(() => LinkOwner, { description: 'For whom a link for signing in was made.' })
  @Allow('sign-in', 'Account')
  async openSignInLink(@Context() request: RequestContext, @Args('token') token: string): Promise<LinkOwner> {
    return ownerOf(await this.visit(request), token);
  }

  @Mutation(() => SignedIn, { description: 'Chooses a password by a link, once, and goes on signing in.' })
  @Allow('sign-in', 'Account')
  async useSignInLink(
    @Context() request: RequestContext,
    @Args('token') token: string,
    @Args('password', { type: () => NewPassword }) password: string,
  ) {
    return useSignInLink(await this.visit(request), token, password);
  }

  @Query(() => [Session], { description: 'The open sessions of the person who asks, newest first.' })
  @Allow('read', 'Session')
  async mySessions(@Door() door: ResolverDoor) {
    return sessionsOf(door, (await door.actor()).staffId);
  }

  @Query(() => Uuid, { nullable: true, description: 'The session that the question came with; null for a token.' })
  @Allow('read', 'Session')
  async currentSessionId(@Door() door: ResolverDoor) {
    return (await door.actor()).sessionId;
  }

  @Query(() => String, {
    nullable: true,
    description:
      'Seals what is typed and not yet sent, for as long as the session lasts: 32 bytes in base64, to be kept in memory alone. Null for a token.',
  })
  @Allow('read', 'Session')
  async draftKey(@Door() door: ResolverDoor) {
    const { sessionId } = await door.actor();
    return sessionId && this.reception.keyring.derive(`drafts:${sessionId}`).toString('base64');
  }

  @Query(() => [Session], { description: 'The open sessions of somebody, for system administrators; for others only their own.' })
  @Allow('read', 'Session')
  sessionsOf(@Door() door: ResolverDoor, @Args('staffId', { type: () => Uuid }) staffId: string) {
    return sessionsOf(door, staffId);
  }

  @Mutation(() => Staff, { nullable: true, description: 'Changes the password of the person who asks, and ends their other sessions.' })
  @Allow('change', 'Account')
  async changePassword(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ChangePasswordInput) {
    const { staffId } = await door.actor();
    // Whoever finds a screen left open has as few guesses at the password as whoever stands at the door.
    const attempt = (await this.visit(door.request)).attempt(`password ${staffId}`, staffId);
    await this.reception.lanes.enter(attempt);
    const staff = await door.run(changePassword, id, input).catch(async (fault: unknown) => {
      if (!isWrongPassword(fault)) await this.reception.lanes.leave(attempt);
      throw fault;
    });
    await this.reception.lanes.leave(attempt);
    await renewed(this.reception, door);
    return staff;
  }

  @Mutation(() => Session, { nullable: true, description: 'Ends a session of the person who asks, or as an administrator of anybody.' })
  @Allow('end', 'Session')
  endSession(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EndSessionInput) {
    return door.run(endSession, id, input);
  }

  @Mutation(() => Session, { nullable: true, description: 'Ends this session.' })
  @Allow('end', 'Session')
  async signOut(@Door() door: ResolverDoor, @CommandId() id: string) {
    await door.act(signOut, id, null);
    (await this.visit(door.request)).keep('session', '', 0);
    return null;
  }

  @Mutation(() => Session, { nullable: true, description: 'Ends every session of the person who asks.' })
  @Allow('end', 'Session')
  async signOutEverywhere(@Door() door: ResolverDoor, @CommandId() id: string) {
    await door.act(signOutEverywhere, id, null);
    (await this.visit(door.request)).keep('session', '', 0);
    return null;
  }

  private visit({ reply }: RequestContext): Promise<Visit> {
    return Visit.of(this.reception, reply);
  }
}

async function sessionsOf(door: ResolverDoor, staffId: string): Promise<Session[]> {
  const { now } = await door.clock();
  return door.list(Session, { where: { staffId, endedAt: null, expiresAt: { $gt: now.toISOString() } }, order: ['-startedAt'] });
}
