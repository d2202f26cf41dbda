import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid } from '../../refusal.js';
import { InformationCategory } from '../cases/category.js';
import { explain } from '../cases/explain.js';
import { refuseClosed } from '../cases/give-seat.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { ownSeat } from '../conference/under-way.js';
import { refusePlanUnless, refuseUnfitPeriod } from './plan-states.js';
import { dropSteps, StepInput, stepsOf, writeSteps } from './steps.js';
import { PlanKind, SupportPlan } from './support-plan.entity.js';

@InputType({ isAbstract: true })
class PlanInput {
  @Field(() => Narrative, { description: 'What the client wants to reach.' }) goal: string;
  @Field(() => CalendarDate) startsOn: string;
  @Field(() => CalendarDate) endsOn: string;
  @Field(() => CalendarDate, { description: 'When it is looked at first, within its period.' }) reviewOn: string;
  @Field(() => [StepInput]) steps: StepInput[];
}

@InputType()
export class DraftPlanInput extends PlanInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => PlanKind) kind: keyof typeof PlanKind;
  @Field(() => InformationCategory, { description: 'Who may read it follows from this.' }) category: InformationCategory;
  @Field(() => Uuid, { nullable: true, description: 'The approved plan of the same kind whose place it is to take.' })
  amendsId?: string | null;
}

@InputType()
export class RevisePlanInput extends PlanInput {
  @Field(() => Uuid) planId: string;
  @Field(() => Int) version: number;
}

@InputType()
export class WithdrawPlanInput {
  @Field(() => Uuid) planId: string;
  @Field(() => Int) version: number;
  @Field(() => Narrative) reason: string;
}

/**
 * Drafts a support plan: a goal, a period, a day of review, and steps with their owners. `FORBIDDEN` in a category that one does not write;
 * `INVALID` for a period that does not run forward, without steps, and for owners and deadlines as of a task; `CONFLICT` when the
 * case is closed, or what it amends is not an approved plan of the same kind.
 */
export async function draftPlan(work: Work, input: DraftPlanInput): Promise<SupportPlan> {
  const { caseId, kind, category, goal, startsOn, endsOn, reviewOn, steps, amendsId = null } = input;
  refuseClosed(await work.lock(SupportCase, caseId));
  const { agencyId } = ownSeat(work, caseId);
  const { staffId } = work.staff;
  work.must('draft', { caseId, category, staffId }, SupportPlan);
  if (amendsId) await refuseUnlike(work, { caseId, kind, amendsId });
  refuseUnfit(work, input);
  const agreed = { approvedAt: null, endedAt: null, evaluation: null, reasonId: null };
  const about = { caseId, category, kind, goal, startsOn, endsOn, reviewOn, staffId, agencyId, amendsId, itemId: null };
  const plan = await work.insert(SupportPlan, { ...about, status: 'DRAFT', draftedAt: work.now, ...agreed });
  work.record('plan.drafted', plan, { amendsId });
  await writeSteps(work, plan, 'STEP', steps, 'input.steps');
  return plan;
}

/** Writes a draft anew, or one that was returned. Errors as of `draftPlan`; `CONFLICT` once it is put to a meeting. */
export async function revisePlan(work: Work, input: RevisePlanInput): Promise<SupportPlan> {
  const plan = await work.lock(SupportPlan, input.planId, input.version);
  work.must('change', plan);
  refusePlanUnless(plan, 'DRAFT', 'RETURNED');
  refuseUnfit(work, input);
  const { goal, startsOn, endsOn, reviewOn, steps } = input;
  const before = await stepsOf(work, plan);
  await work.save(plan, { goal, startsOn, endsOn, reviewOn, status: 'DRAFT' });
  work.record('plan.revised', plan);
  await dropSteps(work, before);
  await writeSteps(work, plan, 'STEP', steps, 'input.steps');
  return plan;
}

/** Takes back a draft, or one that was returned, with the reason. `CONFLICT` once it is put to a meeting. */
export async function withdrawPlan(work: Work, input: WithdrawPlanInput): Promise<SupportPlan> {
  const plan = await work.lock(SupportPlan, input.planId, input.version);
  work.must('change', plan);
  refusePlanUnless(plan, 'DRAFT', 'RETURNED');
  const reasonId = await explain(work, plan, 'REASON', input.reason);
  await work.save(plan, { status: 'WITHDRAWN', endedAt: work.now, reasonId });
  work.record('plan.withdrawn', plan, { reasonId });
  return plan;
}

function refuseUnfit(work: Work, input: PlanInput): void {
  refuseUnfitPeriod(input, work.today);
  if (input.steps.length === 0)
    throw invalid('input.steps', 'REQUIRED', { ja: '取り組むことを一つ以上入力してください。', en: 'A plan has at least one step.' });
}

async function refuseUnlike(
  work: Work,
  { caseId, kind, amendsId }: Pick<SupportPlan, 'caseId' | 'kind'> & { amendsId: string },
): Promise<void> {
  const amended = await work.lock(SupportPlan, amendsId);
  if (amended.caseId === caseId && amended.kind === kind && amended.status === 'APPROVED') return;
  throw conflict({
    ja: '変更できるのは、決定している同じ種類のプランだけです。',
    en: 'Only an approved plan of the same kind can be amended.',
  });
}
