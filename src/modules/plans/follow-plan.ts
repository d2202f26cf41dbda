import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { CalendarDate, Narrative, Uuid } from '../../graphql/scalars.js';
import { invalid } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { ownSeat } from '../conference/under-way.js';
import { PlanReview } from './plan-review.entity.js';
import { refusePlanUnless } from './plan-states.js';
import { offerSteps, StepInput, writeSteps } from './steps.js';
import { PlanEvaluation, SupportPlan } from './support-plan.entity.js';

@InputType()
export class ReviewPlanInput {
  @Field(() => Uuid) planId: string;
  @Field(() => Int) version: number;
  @Field(() => Narrative) findings: string;
  @Field(() => CalendarDate, { description: 'When it is looked at next: after today, and within its period.' }) nextOn: string;
}

@InputType()
export class EvaluatePlanInput {
  @Field(() => Uuid) planId: string;
  @Field(() => Int) version: number;
  @Field(() => PlanEvaluation) evaluation: keyof typeof PlanEvaluation;
  @Field(() => Narrative) findings: string;
  @Field(() => [StepInput], { description: 'Who looks after the client when, once the plan has ended (アフターケア). May be empty.' })
  aftercare: StepInput[];
}

/**
 * Looks at an approved plan (見直し): how it goes, and when it is looked at next. `CONFLICT` unless it is approved; `INVALID` for a next day that
 * is not ahead, or after its end.
 */
export async function reviewPlan(work: Work, input: ReviewPlanInput): Promise<SupportPlan> {
  const plan = await work.lock(SupportPlan, input.planId, input.version);
  work.must('change', plan);
  refusePlanUnless(plan, 'APPROVED');
  const { findings, nextOn } = input;
  if (nextOn <= work.today)
    throw invalid('input.nextOn', 'IN_THE_PAST', { ja: '次の見直しは明日以降にしてください。', en: 'The next review lies ahead.' });
  if (nextOn > plan.endsOn)
    throw invalid('input.nextOn', 'OUT_OF_ORDER', {
      ja: '見直しの日は期間の中にしてください。',
      en: 'A plan is reviewed within its period.',
    });
  const { id: planId, caseId, category, reviewOn: wasDueOn } = plan;
  const { agencyId } = ownSeat(work, caseId);
  const found = { planId, caseId, category, staffId: work.staff.staffId, agencyId, wasDueOn, nextOn, findings };
  const review = await work.insert(PlanReview, { ...found, reviewedAt: work.now });
  await work.save(plan, { reviewOn: nextOn });
  work.record('plan.reviewed', plan, { reviewId: review.id });
  return plan;
}

/**
 * Ends an approved plan with what came of it (終結時の評価). Aftercare is offered to its owners as tasks: support goes on after employment
 * (R06: 就業後も相談継続). `CONFLICT` unless the plan is approved; `INVALID` for owners and deadlines as of a task.
 */
export async function evaluatePlan(work: Work, input: EvaluatePlanInput): Promise<SupportPlan> {
  const plan = await work.lock(SupportPlan, input.planId, input.version);
  work.must('change', plan);
  refusePlanUnless(plan, 'APPROVED');
  const reasonId = await explain(work, plan, 'RESULT', input.findings);
  await work.save(plan, { status: 'EVALUATED', evaluation: input.evaluation, endedAt: work.now, reasonId });
  work.record('plan.evaluated', plan, { reasonId });
  await offerSteps(work, await writeSteps(work, plan, 'AFTERCARE', input.aftercare, 'input.aftercare'));
  return plan;
}
