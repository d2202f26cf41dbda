import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText } from '../../graphql/scalars.js';
import { Circle } from '../tasks/circle.js';
import { DeadlineInput, deadlineOf, refusePast } from '../tasks/deadline.js';
import { offer, OwnerInput } from '../tasks/offer-task.js';
import { ownerFor } from '../tasks/owner.js';
import { PlanStep, type StepKind } from './plan-step.entity.js';
import type { SupportPlan } from './support-plan.entity.js';

@InputType({ description: 'A step of a plan: 誰が、いつまでに、何をやるのか.' })
export class StepInput extends DeadlineInput {
  @Field(() => ShortText) what: string;
  @Field(() => OwnerInput) owner: OwnerInput;
}

/**
 * Writes the steps of a plan, in order. `INVALID` (below `path`) for an owner who has no seat or whose work does not reach the
 * category of the plan, and for a deadline in the past.
 */
export async function writeSteps(
  work: Work,
  plan: SupportPlan,
  kind: keyof typeof StepKind,
  steps: readonly StepInput[],
  path: string,
): Promise<PlanStep[]> {
  const { id: planId, caseId, category } = plan;
  const circle = await Circle.of(work, caseId);
  const written: PlanStep[] = [];
  for (const [at, step] of steps.entries()) {
    const dueOn = await deadlineOf(work, step, `${path}.${at}`);
    refusePast(work, dueOn, `${path}.${at}.dueOn`);
    const owner = await ownerFor(work, circle, category, step.owner, `${path}.${at}.owner`);
    const about = { caseId, category, planId, kind, position: at + 1, what: step.what };
    const row = await work.insert(PlanStep, { ...about, ...owner, dueOn, droppedAt: null, taskId: null });
    work.record('plan.step-planned', row);
    written.push(row);
  }
  return written;
}

/** Makes a task of each step, offered to its owner. Errors as of `offer`. */
export async function offerSteps(work: Work, steps: readonly PlanStep[]): Promise<void> {
  for (const step of steps) {
    const { caseId, category, what, dueOn, ownerKind: kind, staffId, agencyId } = step;
    const owner = kind === 'STAFF' ? { kind, staffId } : { kind, agencyId };
    const task = await offer(work, { caseId, category, what, dueOn, owner }, 'plan.steps');
    await work.save(step, { taskId: task.id });
    work.record('plan.step-offered', step, { taskId: task.id });
  }
}

/** Takes back the steps that a draft had so far. */
export async function dropSteps(work: Work, steps: readonly PlanStep[]): Promise<void> {
  for (const step of steps) {
    await work.save(step, { droppedAt: work.now });
    work.record('plan.step-dropped', step);
  }
}

/** The steps that a plan has now, those of its course and not of its aftercare. */
export const stepsOf = (work: Work, { id: planId }: SupportPlan): Promise<PlanStep[]> =>
  work.scope.find(PlanStep, { planId, droppedAt: null, kind: 'STEP' }, ['position']);
