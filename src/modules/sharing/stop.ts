import type { Work } from '../../database/work.js';
import { Invitation } from '../conference/invitation.entity.js';
import { Circle } from '../tasks/circle.js';
import { Task } from '../tasks/task.entity.js';

/**
 * What was asked of people who may no longer know of it stops, in the run that took their sight: open invitations are declined,
 * and unfinished tasks go back as declined, so that they show among what needs a new owner. Nothing stays with someone who cannot see it.
 */
export async function stopWhatTheyCannotSee(work: Work, caseId: string, reasonId: string): Promise<void> {
  const circle = await Circle.of(work, caseId);
  for (const task of await work.scope.find(Task, { caseId, isOpen: true }, ['dueOn', 'id'])) {
    const carrier = task.staffId ? circle.seatOf(task.staffId) : circle.seatFor(task.agencyId, task.category);
    if (carrier && circle.reaches(carrier, task.category)) continue;
    await work.save(task, { status: 'DECLINED', reasonId, answeredAt: work.now });
    work.record('task.declined', task, { to: circle.keyPersonId ? [circle.keyPersonId] : [], reasonId });
  }
  for (const invitation of await work.scope.find(Invitation, { caseId, status: 'INVITED' })) {
    const seat = circle.seatOf(invitation.staffId);
    if (seat && circle.reaches(seat, invitation.category)) continue;
    await work.save(invitation, { status: 'DECLINED', reasonId, answeredAt: work.now });
    work.record('invitation.declined', invitation, { to: circle.keyPersonId ? [circle.keyPersonId] : [], reasonId });
  }
}
