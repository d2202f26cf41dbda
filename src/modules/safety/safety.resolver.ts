import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { AddressShield } from './address-shield.entity.js';
import { ContactDetail } from './contact-detail.entity.js';
import { OtherParty } from './other-party.entity.js';
import { addContactDetail, AddContactDetailInput, endContactDetail, EndContactDetailInput } from './contact-details.js';
import { endShield, EndShieldInput, confirmEndOfShield, ConfirmEndOfShieldInput, keepShield, KeepShieldInput } from './end-shield.js';
import { nameOtherParty, NameOtherPartyInput, endOtherParty, EndOtherPartyInput } from './name-other-party.js';
import { shieldAddress, ShieldAddressInput } from './shield-address.js';

@Resolver()
export class SafetyResolver {
  @Mutation(() => ContactDetail, { nullable: true })
  @Allow('add', 'ContactDetail')
  addContactDetail(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AddContactDetailInput) {
    return door.run(addContactDetail, id, input);
  }

  @Mutation(() => ContactDetail, { nullable: true })
  @Allow('end', 'ContactDetail')
  endContactDetail(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EndContactDetailInput) {
    return door.run(endContactDetail, id, input);
  }

  @Mutation(() => AddressShield, { nullable: true })
  @Allow('shield', 'AddressShield')
  shieldAddress(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ShieldAddressInput) {
    return door.run(shieldAddress, id, input);
  }

  @Mutation(() => AddressShield, { nullable: true })
  @Allow('end', 'AddressShield')
  endShield(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EndShieldInput) {
    return door.run(endShield, id, input);
  }

  @Mutation(() => AddressShield, { nullable: true })
  @Allow('lift', 'AddressShield')
  confirmEndOfShield(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ConfirmEndOfShieldInput) {
    return door.run(confirmEndOfShield, id, input);
  }

  @Mutation(() => AddressShield, { nullable: true })
  @Allow('lift', 'AddressShield')
  keepShield(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: KeepShieldInput) {
    return door.run(keepShield, id, input);
  }

  @Mutation(() => OtherParty, { nullable: true })
  @Allow('write', 'OtherParty')
  nameOtherParty(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: NameOtherPartyInput) {
    return door.run(nameOtherParty, id, input);
  }

  @Mutation(() => OtherParty, { nullable: true })
  @Allow('write', 'OtherParty')
  endOtherParty(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EndOtherPartyInput) {
    return door.run(endOtherParty, id, input);
  }
}
