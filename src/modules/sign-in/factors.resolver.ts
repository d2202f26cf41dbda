import { Args, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { BEYOND_THE_TOKEN } from '../../permissions/token-scope.js';
import { forbidden } from '../../refusal.js';
import { addSecondFactor } from './add-factor.js';
import { endSecondFactor, EndSecondFactorInput } from './end-factor.js';
import { acceptPasskey, offerPasskey, PasskeyQuestion } from './passkeys.js';
import { Reception } from './reception.js';
import { makeRecoveryCodes, newRecoveryCodes, recoveryHashOf } from './recovery-codes.js';
import { renewed } from './renew-session.js';
import { requireSecondFactor, RequireSecondFactorInput } from './require-second-factor.js';
import { SecondFactor } from './second-factor.entity.js';
import { SignInRule } from './sign-in-rule.entity.js';
import { acceptTotp, offerTotp, TotpOffer } from './totp.js';
import { Visit } from './visit.js';
import { beginAgain, enrolled, peek, SignedIn, ticketOf, workingActor, type Ticket } from './way-in.js';

@InputType()
export class AddTotpInput {
  @Field(() => ShortText, { description: 'What its holder calls it.' }) name: string;
  @Field() offer: string;
  @Field(() => ShortText) code: string;
}

@InputType()
export class AddPasskeyInput {
  @Field(() => ShortText, { description: 'What its holder calls it.' }) name: string;
  @Field() question: string;
  @Field() answer: string;
}

@ObjectType({ description: 'A second factor that was added.' })
export class AddedFactor {
  @Field(() => Uuid) factorId: string;
  @Field(() => [String], { description: 'With the first factor: codes for the day on which it is lost, shown this once.' })
  recoveryCodes: string[];
  @Field(() => SignedIn, { nullable: true, description: 'Where it was the last step of signing in.' }) signedIn: SignedIn | null;
}

@ObjectType({ description: 'Codes that each stand in once for a second factor. They are shown this once.' })
export class RecoveryCodes {
  @Field(() => [String]) codes: string[];
}

type Accepted = Omit<Parameters<typeof addSecondFactor>[1], 'name' | 'recoveryHashes'>;

const ticketArgument = {
  type: () => String,
  nullable: true,
  description: 'In the middle of signing in: what the step before brought.',
} as const;

@Resolver()
export class FactorsResolver {
  constructor(private readonly reception: Reception) {}

  @Query(() => [SecondFactor], { description: 'The second factors of the person who asks.' })
  @Allow('read', 'SecondFactor')
  async mySecondFactors(@Door() door: ResolverDoor) {
    return factorsOf(door, (await door.actor()).staffId);
  }

  @Query(() => [SecondFactor], { description: 'The second factors of somebody, for system administrators; for others only their own.' })
  @Allow('read', 'SecondFactor')
  secondFactorsOf(@Door() door: ResolverDoor, @Args('staffId', { type: () => Uuid }) staffId: string) {
    return factorsOf(door, staffId);
  }

  @Query(() => [SignInRule], { description: 'Which professions need a second factor. One that is not among them does not.' })
  @Allow('read', 'SignInRule')
  signInRules(@Door() door: ResolverDoor) {
    return door.list(SignInRule, { order: ['profession'] });
  }

  @Mutation(() => SignInRule, { nullable: true })
  @Allow('change', 'SignInRule')
  requireSecondFactor(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: RequireSecondFactorInput) {
    return door.run(requireSecondFactor, id, input);
  }

  @Mutation(() => TotpOffer, { description: 'A new secret for an authenticator application, which is added with a code of it.' })
  @Allow('sign-in', 'SecondFactor')
  async offerTotp(@Door() door: ResolverDoor, @Args('ticket', ticketArgument) ticket: string | null = null) {
    const visit = await Visit.of(this.reception, door.request.reply);
    return offerTotp(visit, await this.holder(door, visit, ticket));
  }

  @Mutation(() => PasskeyQuestion, { description: 'Asks the browser for a new passkey, which is added with its answer.' })
  @Allow('sign-in', 'SecondFactor')
  async offerPasskey(@Door() door: ResolverDoor, @Args('ticket', ticketArgument) ticket: string | null = null) {
    const visit = await Visit.of(this.reception, door.request.reply);
    return offerPasskey(visit, await this.holder(door, visit, ticket));
  }

  @Mutation(() => AddedFactor)
  @Allow('sign-in', 'SecondFactor')
  async addTotp(
    @Door() door: ResolverDoor,
    @CommandId() id: string,
    @Args('input') { name, offer, code }: AddTotpInput,
    @Args('ticket', ticketArgument) ticket: string | null = null,
  ) {
    const visit = await Visit.of(this.reception, door.request.reply);
    const accepted = acceptTotp(visit, await this.holder(door, visit, ticket), offer, code);
    return this.add(door, visit, { id, ticket, name, accepted });
  }

  @Mutation(() => AddedFactor)
  @Allow('sign-in', 'SecondFactor')
  async addPasskey(
    @Door() door: ResolverDoor,
    @CommandId() id: string,
    @Args('input') { name, question, answer }: AddPasskeyInput,
    @Args('ticket', ticketArgument) ticket: string | null = null,
  ) {
    const visit = await Visit.of(this.reception, door.request.reply);
    const accepted = await acceptPasskey(visit, await this.holder(door, visit, ticket), question, answer);
    return this.add(door, visit, { id, ticket, name, accepted });
  }

  @Mutation(() => SecondFactor, { nullable: true })
  @Allow('end', 'SecondFactor')
  async endSecondFactor(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EndSecondFactorInput) {
    const factor = await door.run(endSecondFactor, id, input);
    await renewed(this.reception, door);
    return factor;
  }

  @Mutation(() => RecoveryCodes, { description: 'New recovery codes in place of those that were left.' })
  @Allow('change', 'Account')
  async makeRecoveryCodes(@Door() door: ResolverDoor, @CommandId() id: string): Promise<RecoveryCodes> {
    const codes = newRecoveryCodes();
    await door.act(makeRecoveryCodes, id, { hashes: codes.map(recoveryHashOf) });
    return { codes };
  }

  @Query(() => Number, { description: 'How many recovery codes the person who asks has left.' })
  @Allow('change', 'Account')
  async recoveryCodesLeft(@Door() door: ResolverDoor): Promise<number> {
    const staffId = await this.holder(door, await Visit.of(this.reception, door.request.reply), null);
    const [account] = await this.reception.database.ask<{ left: number }>(
      'select cardinality(recovery_hashes) as left from account where staff_id = $1',
      [staffId],
    );
    return account?.left ?? 0;
  }

  /** Whose second factor it will be: of the person who has to have one before they are signed in, or of whoever is. */
  private async holder(door: ResolverDoor, visit: Visit, ticket: string | null): Promise<string> {
    const pending = pendingOf(visit, ticket);
    if (pending) return pending.staffId;
    const { staffId, sessionId } = await door.actor();
    if (sessionId === null) throw forbidden(BEYOND_THE_TOKEN);
    return staffId;
  }

  private async add(
    door: ResolverDoor,
    visit: Visit,
    { id, ticket, name, accepted }: { id: string; ticket: string | null; name: string; accepted: Accepted },
  ): Promise<AddedFactor> {
    const codes = newRecoveryCodes();
    const pending = pendingOf(visit, ticket);
    const actor = pending ? await workingActor(visit, pending.staffId) : await door.actor();
    const isFirst = (await factorCount(this.reception, actor.staffId)) === 0;
    // A ticket for setting up the first factor is worth nothing once there is one: it may be in the hands of somebody else.
    if (pending && !isFirst) throw beginAgain();
    const made = await this.reception.act.run(actor, id, addSecondFactor, { ...accepted, name, recoveryHashes: codes.map(recoveryHashOf) });
    const signedIn = pending ? await enrolled(visit, pending) : null;
    if (!pending) await renewed(this.reception, door);
    return { factorId: made.id, recoveryCodes: isFirst ? codes : [], signedIn };
  }
}

/** Whoever stands before the step of setting up a factor: by a ticket, or by what the browser keeps while it has no session. */
function pendingOf(visit: Visit, ticket: string | null): Ticket | null {
  if (ticket !== null) return ticketOf(visit, ticket, 'ENROL');
  const kept = visit.isBrowser && visit.read('session') === null ? peek(visit, null) : null;
  return kept?.step === 'ENROL' ? kept : null;
}

const factorsOf = (door: ResolverDoor, staffId: string) =>
  door.list(SecondFactor, { where: { staffId, endedAt: null }, order: ['addedAt'] });

async function factorCount({ database }: Reception, staffId: string): Promise<number> {
  const [found] = await database.ask<{ count: number }>(
    'select count(*)::int as count from second_factor where staff_id = $1 and ended_at is null',
    [staffId],
  );
  return found!.count;
}
