import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { Category } from '../cases/category.js';
import { refuseClosed } from '../cases/give-seat.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { despite } from '../safety/conflicts.js';
import { Circle } from './circle.js';
import { DeadlineInput, deadlineOf, refusePast } from './deadline.js';
import { beginning, OwnerInput, ownerFor, ownersSide } from './owner.js';
import { Task } from './task.entity.js';

export { OwnerInput };

@InputType()
export class OfferTaskInput extends DeadlineInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => Category) category: Category;
  @Field(() => ShortText) what: string;
  @Field(() => OwnerInput) owner: OwnerInput;
}

/** Who, what and by when; `id` where something has to name the task before it exists. */
export interface Offer {
  readonly id?: string;
  readonly caseId: string;
  readonly category: Category;
  readonly what: string;
  readonly owner: OwnerInput;
  readonly dueOn: string;
  readonly decisionId?: string | null;
}

/** Offers a task to a person or an agency's pool, or notes what was agreed with the client. Errors as of `offer`. */
export async function offerTask(work: Work, input: OfferTaskInput): Promise<Task> {
  const { caseId, category, what, owner } = input;
  return offer(work, { caseId, category, what, owner, dueOn: await deadlineOf(work, input) });
}

/**
 * Makes a task of 「誰が、いつまでに、何をやるのか」 (武蔵野市), offered to its owner, and records it.
 * `NOT_FOUND` for a case that may not be seen; `CONFLICT` when it is closed; `FORBIDDEN` for a category beyond one's own
 * work; `INVALID` (below `path`) for a deadline in the past and for an owner who has no seat or whose work does not reach
 * the category.
 */
export async function offer(work: Work, given: Offer, path = 'input'): Promise<Task> {
  const { caseId, category, what, dueOn } = given;
  refuseClosed(await work.lock(SupportCase, caseId));
  work.must('offer', { caseId, category, offeredById: work.staff.staffId }, Task);
  refusePast(work, dueOn, `${path}.dueOn`);
  const circle = await Circle.of(work, caseId);
  const owner = await ownerFor(work, circle, category, given.owner, `${path}.owner`);
  const recordWaiver = await despite(work, caseId, owner.staffId, given.owner.despiteConflict);
  const task = await work.insert(Task, {
    ...(given.id ? { id: given.id } : {}),
    caseId,
    category,
    what,
    ...owner,
    dueOn,
    ...beginning(work, owner),
    decisionId: given.decisionId ?? null,
    offeredById: work.staff.staffId,
    offeredAt: work.now,
    finishedAt: null,
    resultId: null,
    reasonId: null,
  });
  work.record('task.offered', task, { to: circle.told(category, ownersSide(owner)) });
  await recordWaiver();
  return task;
}
