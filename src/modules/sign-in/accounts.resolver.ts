import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { Staff } from '../people/staff.entity.js';
import { ApiToken } from './api-token.entity.js';
import { Reception } from './reception.js';
import { setIdentifier, SetIdentifierInput } from './set-identifier.js';
import { MadeLink, madeLink, MakeSignInLinkInput } from './sign-in-link.js';
import { IssuedToken, issuedToken, IssueTokenInput, revokeToken, RevokeTokenInput } from './tokens.js';

/** How people and programs come to be able to sign in. */
@Resolver()
export class AccountsResolver {
  constructor(private readonly reception: Reception) {}

  @Mutation(() => MadeLink, { description: 'A link by which somebody chooses a first password, or another one.' })
  @Allow('administer', 'Account')
  makeSignInLink(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: MakeSignInLinkInput) {
    return madeLink(door, this.reception, id, input);
  }

  @Mutation(() => Staff, { nullable: true, description: 'Says by what a first sign-in through the provider finds somebody.' })
  @Allow('administer', 'Account')
  setIdentifier(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: SetIdentifierInput) {
    return door.run(setIdentifier, id, input);
  }

  @Query(() => [ApiToken], { description: 'The tokens of the person who asks, newest first.' })
  @Allow('read', 'ApiToken')
  async myTokens(@Door() door: ResolverDoor) {
    return door.list(ApiToken, { where: { staffId: (await door.actor()).staffId, revokedAt: null }, order: ['-issuedAt'] });
  }

  @Query(() => [ApiToken], { description: 'The tokens that the person who asks may revoke: their own, and for system administrators all.' })
  @Allow('read', 'ApiToken')
  tokens(@Door() door: ResolverDoor) {
    return door.list(ApiToken, { where: { revokedAt: null }, order: ['-issuedAt'] });
  }

  @Mutation(() => IssuedToken)
  @Allow('issue', 'ApiToken')
  issueToken(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: IssueTokenInput) {
    return issuedToken(door, id, input);
  }

  @Mutation(() => ApiToken, { nullable: true })
  @Allow('revoke', 'ApiToken')
  revokeToken(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: RevokeTokenInput) {
    return door.run(revokeToken, id, input);
  }
}
