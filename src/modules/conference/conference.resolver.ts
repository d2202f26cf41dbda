import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { CommandId, Door, type ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { addAgendaItem, AddAgendaItemInput } from './add-agenda-item.js';
import { AgendaItem } from './agenda-item.entity.js';
import { acceptInvitation, AcceptInvitationInput, declineInvitation, DeclineInvitationInput } from './answer-invitation.js';
import { cancelSession, CancelSessionInput } from './cancel-session.js';
import { closeSession, CloseSessionInput } from './close-session.js';
import { ConferenceSession } from './conference-session.entity.js';
import { conveneSession, ConveneSessionInput } from './convene-session.js';
import { delegateInvitation, DelegateInvitationInput } from './delegate-invitation.js';
import { Invitation } from './invitation.entity.js';
import { inviteToSession, InviteToSessionInput } from './invite-to-session.js';
import { markAttendance, MarkAttendanceInput } from './mark-attendance.js';
import { moveSession, MoveSessionInput } from './move-session.js';
import { openSession, OpenSessionInput } from './open-session.js';
import { settleItem, SettleItemInput } from './settle-item.js';
import { beginItem, BeginItemInput, takeOnItem, TakeOnItemInput } from './take-on-item.js';

/** How a session comes about, and how it is run. */
@Resolver()
export class ConferenceResolver {
  @Query(() => ConferenceSession)
  @Allow('read', 'ConferenceSession')
  conferenceSession(@Door() door: ResolverDoor, @Args('id', { type: () => Uuid }) id: string) {
    return door.one(ConferenceSession, id);
  }

  @Mutation(() => ConferenceSession, { nullable: true })
  @Allow('convene', 'SupportCase')
  conveneSession(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: ConveneSessionInput) {
    return door.run(conveneSession, id, input);
  }

  @Mutation(() => Invitation, { nullable: true })
  @Allow('run', 'ConferenceSession')
  inviteToSession(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: InviteToSessionInput) {
    return door.run(inviteToSession, id, input);
  }

  @Mutation(() => Invitation, { nullable: true })
  @Allow('answer', 'Invitation')
  acceptInvitation(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AcceptInvitationInput) {
    return door.run(acceptInvitation, id, input);
  }

  @Mutation(() => Invitation, { nullable: true })
  @Allow('answer', 'Invitation')
  declineInvitation(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: DeclineInvitationInput) {
    return door.run(declineInvitation, id, input);
  }

  @Mutation(() => Invitation, { nullable: true })
  @Allow('answer', 'Invitation')
  delegateInvitation(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: DelegateInvitationInput) {
    return door.run(delegateInvitation, id, input);
  }

  @Mutation(() => AgendaItem, { nullable: true })
  @Allow('settle', 'AgendaItem')
  takeOnItem(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: TakeOnItemInput) {
    return door.run(takeOnItem, id, input);
  }

  @Mutation(() => AgendaItem, { nullable: true })
  @Allow('settle', 'AgendaItem')
  beginItem(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: BeginItemInput) {
    return door.run(beginItem, id, input);
  }

  @Mutation(() => AgendaItem, { nullable: true })
  @Allow('add', 'AgendaItem')
  addAgendaItem(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: AddAgendaItemInput) {
    return door.run(addAgendaItem, id, input);
  }

  @Mutation(() => ConferenceSession, { nullable: true })
  @Allow('run', 'ConferenceSession')
  moveSession(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: MoveSessionInput) {
    return door.run(moveSession, id, input);
  }

  @Mutation(() => ConferenceSession, { nullable: true })
  @Allow('run', 'ConferenceSession')
  cancelSession(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: CancelSessionInput) {
    return door.run(cancelSession, id, input);
  }

  @Mutation(() => ConferenceSession, { nullable: true })
  @Allow('run', 'ConferenceSession')
  openSession(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: OpenSessionInput) {
    return door.run(openSession, id, input);
  }

  @Mutation(() => Invitation, { nullable: true })
  @Allow('mark', 'Invitation')
  markAttendance(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: MarkAttendanceInput) {
    return door.run(markAttendance, id, input);
  }

  @Mutation(() => AgendaItem, { nullable: true })
  @Allow('settle', 'AgendaItem')
  settleItem(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: SettleItemInput) {
    return door.run(settleItem, id, input);
  }

  @Mutation(() => ConferenceSession, { nullable: true })
  @Allow('run', 'ConferenceSession')
  closeSession(@Door() door: ResolverDoor, @CommandId() id: string, @Args('input') input: CloseSessionInput) {
    return door.run(closeSession, id, input);
  }
}
