import { ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Choice } from '../../database/selection.js';
import { Allow } from '../../graphql/allow.js';
import { Door, type ResolverDoor } from '../../graphql/door.js';
import { ExtraordinaryAccess } from '../access/extraordinary-access.entity.js';
import { KeyPersonHandover } from '../cases/key-person-handover.entity.js';
import { AgendaItem } from '../conference/agenda-item.entity.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { Invitation } from '../conference/invitation.entity.js';
import { MinutesConfirmation } from '../conference/minutes-confirmation.entity.js';
import { TAKEN_ON } from '../tasks/on-task.js';
import { SupportPlan } from '../plans/support-plan.entity.js';
import { Postponement } from '../tasks/postponement.entity.js';
import { Task } from '../tasks/task.entity.js';

@ObjectType({ description: 'Everything that waits for the person who asks. Each thing is in one list.' })
export class Today {}

const byDeadline = ['dueOn', 'id'];
const takenOn = { status: { $in: TAKEN_ON } };
const isAhead = `in ('CONVENED', 'OPEN')`;

/** What waits for someone is what the rules let them answer, carry or decide: the lists ask the rules, not a second opinion. */
@Resolver(() => Today)
export class TodayResolver {
  @Query(() => Today, { description: 'Everything that waits for the person who asks.' })
  @Allow('read', 'Task')
  async today(@Door() door: ResolverDoor): Promise<Today> {
    await door.actor();
    return new Today();
  }

  @ResolveField(() => [Task], { description: 'Tasks offered to them, or lying in the pool of an agency that they stand for.' })
  tasksOffered(@Door() door: ResolverDoor) {
    return door.list(Task, { where: { status: 'OFFERED' }, may: 'answer', order: byDeadline });
  }

  @ResolveField(() => [Task], { description: 'Tasks that they have taken on and not finished, by deadline: the overdue come first.' })
  tasksDue(@Door() door: ResolverDoor) {
    return door.list(Task, { where: { ...takenOn, ownerKind: { $ne: 'CLIENT' } }, may: 'carry', order: byDeadline });
  }

  @ResolveField(() => [Task], { description: 'What clients have taken on, where an agency that they stand for follows up.' })
  clientTasks(@Door() door: ResolverDoor) {
    return door.list(Task, { where: { ...takenOn, ownerKind: 'CLIENT' }, may: 'carry', order: byDeadline });
  }

  @ResolveField(() => [Task], { description: 'Declined tasks for which they may find another owner.' })
  tasksDeclined(@Door() door: ResolverDoor) {
    return door.list(Task, { where: { status: 'DECLINED' }, may: 'reassign', order: byDeadline });
  }

  @ResolveField(() => [Postponement], { description: 'Later deadlines that others ask for and they may grant or refuse.' })
  postponementsToAnswer(@Door() door: ResolverDoor) {
    return door.list(Postponement, { where: { status: 'REQUESTED' }, may: 'approve', order: ['requestedAt', 'id'] });
  }

  @ResolveField(() => [ExtraordinaryAccess], {
    description: 'What others looked at in an emergency or for a stated purpose, and they are to judge.',
  })
  reviewsToAnswer(@Door() door: ResolverDoor) {
    return door.list(ExtraordinaryAccess, { where: { review: 'PENDING' }, may: 'review', order: ['since', 'id'] });
  }

  @ResolveField(() => [KeyPersonHandover], { description: 'Cases whose key person they are asked to become.' })
  handoversOffered(@Door() door: ResolverDoor) {
    return door.list(KeyPersonHandover, { where: { status: 'OFFERED' }, may: 'answer', order: ['offeredAt', 'id'] });
  }

  @ResolveField(() => [Invitation], { description: 'Invitations to sessions ahead that they have not answered.' })
  invitations(@Door() door: ResolverDoor) {
    const also: Choice['also'] = (it) =>
      `exists (select from conference_session session where session.id = ${it}.session_id and session.status ${isAhead})`;
    return door.list(Invitation, { where: { status: 'INVITED' }, may: 'answer', also, order: ['id'] });
  }

  @ResolveField(() => [AgendaItem], { description: 'What others propose for meetings ahead, and they are to take on or leave aside.' })
  proposalsToAnswer(@Door() door: ResolverDoor) {
    const also: Choice['also'] = (it) =>
      `exists (select from conference_session session where session.id = ${it}.session_id and session.status ${isAhead})`;
    return door.list(AgendaItem, { where: { takenOnAt: null, outcome: null }, may: 'settle', also, order: ['addedAt', 'id'] });
  }

  @ResolveField(() => [ConferenceSession], { description: 'Sessions convened or open to which they are invited and have not said no.' })
  async sessionsAhead(@Door() door: ResolverDoor) {
    const { staffId } = await door.actor();
    const also: Choice['also'] = (it, values) =>
      `exists (select from invitation where session_id = ${it}.id and staff_id = ${values.add(staffId)} and invitation.status <> 'DECLINED')`;
    return door.list(ConferenceSession, { where: { status: { $in: ['CONVENED', 'OPEN'] } }, also, order: ['startsAt', 'id'] });
  }

  @ResolveField(() => [MinutesConfirmation], { description: 'Minutes that they are asked to confirm.' })
  minutesToConfirm(@Door() door: ResolverDoor) {
    return door.list(MinutesConfirmation, { where: { status: 'ASKED' }, may: 'answer', order: ['id'] });
  }

  @ResolveField(() => [SupportPlan], { description: 'Approved plans that they answer for and that are to be reviewed by today.' })
  plansToReview(@Door() door: ResolverDoor) {
    const also: Choice['also'] = (it) => `${it}.review_on <= tsunagi_today()`;
    return door.list(SupportPlan, { where: { status: 'APPROVED' }, may: 'change', also, order: ['reviewOn', 'id'] });
  }
}
