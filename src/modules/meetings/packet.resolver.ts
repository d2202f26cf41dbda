import { Args, Field, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../graphql/allow.js';
import { Door, type ResolverDoor } from '../../graphql/door.js';
import { Uuid } from '../../graphql/scalars.js';
import { AgendaItem } from '../conference/agenda-item.entity.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { Invitation } from '../conference/invitation.entity.js';
import { MinutesConfirmation } from '../conference/minutes-confirmation.entity.js';
import { Task } from '../tasks/task.entity.js';

@ObjectType({
  description: 'What someone needs before a session, for their agency: their own reading of the agenda, and nothing that they may not see.',
})
export class Packet {
  @Field(() => Uuid) sessionId: string;
  @Field(() => [Uuid]) agencyIds: string[];
}

/** The papers before a meeting (会議資料): for each agency what concerns it, read under the rules of whoever asks. */
@Resolver(() => Packet)
export class PacketResolver {
  @Query(() => Packet, { description: 'The papers for a session, for the agency of the person who asks.' })
  @Allow('read', 'ConferenceSession')
  async packet(@Door() door: ResolverDoor, @Args('sessionId', { type: () => Uuid }) sessionId: string): Promise<Packet> {
    const [session] = await door.columns(ConferenceSession, ['id'], { where: { id: sessionId } });
    if (!session) return door.absent();
    const { postings, staffId } = await door.actor();
    const own = await door.columns(Invitation, ['agencyId'], { where: { sessionId, staffId } });
    const agencyIds = own.length > 0 ? own.map((invitation) => invitation.agencyId) : postings.map((posting) => posting.agencyId);
    return { sessionId, agencyIds };
  }

  @ResolveField(() => ConferenceSession, { nullable: true })
  session(@Door() door: ResolverDoor, @Parent() { sessionId }: Packet) {
    return door.find(ConferenceSession, sessionId);
  }

  @ResolveField(() => [AgendaItem], { description: 'What the agency put forward or answers for.' })
  ownItems(@Door() door: ResolverDoor, @Parent() { sessionId, agencyIds }: Packet) {
    return door.list(AgendaItem, { where: { sessionId, agencyId: { $in: agencyIds } }, order: ['rank', 'addedAt', 'id'] });
  }

  @ResolveField(() => [AgendaItem], { description: 'The whole agenda as the person who asks sees it.' })
  agenda(@Door() door: ResolverDoor, @Parent() { sessionId }: Packet) {
    return door.list(AgendaItem, { where: { sessionId }, order: ['rank', 'addedAt', 'id'] });
  }

  @ResolveField(() => [Task], { description: 'What the agency has promised on the cases of the agenda and not finished, by deadline.' })
  async ownTasks(@Door() door: ResolverDoor, @Parent() { sessionId, agencyIds }: Packet) {
    // The cases of the agenda as the reader sees it: a task tells of no item that is hidden from them.
    const items = await door.columns(AgendaItem, ['caseId'], { where: { sessionId } });
    const caseId = { $in: items.map((item) => item.caseId).filter((id) => id !== null) };
    return door.list(Task, { where: { caseId, agencyId: { $in: agencyIds }, isOpen: true }, order: ['dueOn', 'id'] });
  }

  @ResolveField(() => [MinutesConfirmation], { description: 'Minutes that the person who asks has not confirmed yet.' })
  toConfirm(@Door() door: ResolverDoor) {
    return door.list(MinutesConfirmation, { where: { status: { $ne: 'CONFIRMED' } }, may: 'answer', order: ['id'] });
  }
}
