import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { addAgency, AddAgencyInput } from './add-agency.js';
import { addService, AddServiceInput } from './add-service.js';
import { addStaff, AddStaffInput } from './add-staff.js';
import { Agency } from './agency.entity.js';
import { closeAgency, CloseAgencyInput } from './close-agency.js';
import { endPosting, EndPostingInput } from './end-posting.js';
import { postStaff, PostStaffInput } from './post-staff.js';
import { Posting } from './posting.entity.js';
import { renameAgency, RenameAgencyInput } from './rename-agency.js';
import { renameStaff, RenameStaffInput } from './rename-staff.js';
import { Staff } from './staff.entity.js';

@Resolver()
export class PeopleResolver {
  @Query(() => Staff, { description: 'The person who asks.' })
  @Allow('read', 'Staff')
  async me(@Door() door: ResolverDoor) {
    return door.one(Staff, (await door.actor()).staffId);
  }

  @Query(() => [Agency], { description: 'Every agency, by name.' })
  @Allow('read', 'Agency')
  agencies(@Door() door: ResolverDoor) {
    return door.list(Agency, { order: ['name', 'id'] });
  }

  @Query(() => Agency)
  @Allow('read', 'Agency')
  agency(@Door() door: ResolverDoor, @Args('id', { type: () => Uuid }) id: string) {
    return door.one(Agency, id);
  }

  @Query(() => [Staff], { description: 'Every member of staff, by the reading of their name.' })
  @Allow('read', 'Staff')
  staff(@Door() door: ResolverDoor) {
    return door.list(Staff, { order: ['kana', 'id'] });
  }

  @Query(() => Staff)
  @Allow('read', 'Staff')
  staffMember(@Door() door: ResolverDoor, @Args('id', { type: () => Uuid }) id: string) {
    return door.one(Staff, id);
  }

  @Mutation(() => Agency, { nullable: true })
  @Allow('administer', 'Agency')
  addAgency(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AddAgencyInput) {
    return door.run(addAgency, id, input);
  }

  @Mutation(() => Agency, { nullable: true })
  @Allow('administer', 'Agency')
  renameAgency(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: RenameAgencyInput) {
    return door.run(renameAgency, id, input);
  }

  @Mutation(() => Agency, { nullable: true })
  @Allow('administer', 'Agency')
  closeAgency(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: CloseAgencyInput) {
    return door.run(closeAgency, id, input);
  }

  @Mutation(() => Staff, { nullable: true })
  @Allow('administer', 'Staff')
  addStaff(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AddStaffInput) {
    return door.run(addStaff, id, input);
  }

  @Mutation(() => Staff, { nullable: true, description: 'Adds a program of an agency, which signs in by tokens.' })
  @Allow('administer', 'Staff')
  addService(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AddServiceInput) {
    return door.run(addService, id, input);
  }

  @Mutation(() => Staff, { nullable: true })
  @Allow('administer', 'Staff')
  renameStaff(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: RenameStaffInput) {
    return door.run(renameStaff, id, input);
  }

  @Mutation(() => Posting, { nullable: true })
  @Allow('administer', 'Posting')
  postStaff(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: PostStaffInput) {
    return door.run(postStaff, id, input);
  }

  @Mutation(() => Posting, { nullable: true })
  @Allow('administer', 'Posting')
  endPosting(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: EndPostingInput) {
    return door.run(endPosting, id, input);
  }
}
