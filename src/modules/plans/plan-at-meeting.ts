import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { codes } from '../../graphql/columns.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { invalid } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { AgendaItem } from '../conference/agenda-item.entity.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { settleAsDecided } from '../conference/decide.js';
import { refuseUndecidable } from '../conference/may-decide.js';
import { propose } from '../conference/propose.js';
import { refuseUnless, takePart } from '../conference/under-way.js';
import { refusePlanUnless } from './plan-states.js';
import { offerSteps, stepsOf } from './steps.js';
import { SupportPlan, type PlanKind } from './support-plan.entity.js';

export const PlanDecision = codes('PlanDecision', ['APPROVED', 'RETURNED']);

/** What stands on the agenda: the kind of plan, and nothing of what it says. */
const ON_AGENDA: Readonly<Record<keyof typeof PlanKind, string>> = {
  SELF_RELIANCE_PLAN: '自立支援計画の決定',
  EMPLOYMENT_SUPPORT_PLAN: '就労支援プランの決定',
  SINGLE_PARENT_PROGRAMME: '母子・父子自立支援プログラムの決定',
};

@InputType()
export class PutPlanToMeetingInput {
  @Field(() => Uuid) planId: string;
  @Field(() => Int, { description: 'The version of the plan that was read.' }) version: number;
  @Field(() => Uuid, { description: 'A session about the case, or one over a caseload.' }) sessionId: string;
}

@InputType()
export class DecideOnPlanInput {
  @Field(() => Uuid) planId: string;
  @Field(() => Int, { description: 'The version of the plan that was read.' }) version: number;
  @Field(() => Uuid, { description: 'The item of the agenda under which it is talked about.' }) itemId: string;
  @Field(() => PlanDecision) decision: keyof typeof PlanDecision;
  @Field(() => Narrative, { nullable: true, description: 'Needed for RETURNED: what is missing.' }) reason?: string | null;
}

/**
 * Puts a plan to a meeting: it becomes an item of the agenda (プランの適切性の協議). Returns the item. `CONFLICT` unless the plan is a draft or
 * was returned, once the session has ended, and without the basis that the kind of meeting requires; `INVALID` where its statute does not
 * cover the category of the plan, and for a session about another case.
 */
export async function putPlanToMeeting(work: Work, input: PutPlanToMeetingInput): Promise<AgendaItem> {
  const session = await work.lock(ConferenceSession, input.sessionId);
  const plan = await work.lock(SupportPlan, input.planId, input.version);
  work.must('change', plan);
  refusePlanUnless(plan, 'DRAFT', 'RETURNED');
  refuseUnless(session, 'CONVENED', 'OPEN');
  const { caseId, category, kind } = plan;
  const item = await propose(work, session, { what: ON_AGENDA[kind], category, caseId, purpose: 'PLAN_APPROVAL' });
  await work.save(plan, { status: 'PROPOSED', itemId: item.id });
  work.record('plan.proposed', plan, { itemId: item.id });
  return item;
}

/**
 * What the meeting says of a plan: approved, and each of its steps is offered to its owner as a task; or returned with what is missing.
 * `FORBIDDEN` for whoever does not lead the item or has no part in the session; `CONFLICT` unless the session is open and may decide on
 * plans, with its mandatory members there, and unless the plan was put to a meeting; `INVALID` for an item that is about something else.
 */
export async function decideOnPlan(work: Work, input: DecideOnPlanInput): Promise<SupportPlan> {
  const { sessionId } = await work.scope.one(AgendaItem, input.itemId);
  const session = await work.lock(ConferenceSession, sessionId);
  const item = await work.lock(AgendaItem, input.itemId);
  const plan = await work.lock(SupportPlan, input.planId, input.version);
  work.must('settle', item);
  await takePart(work, session, plan.caseId);
  refuseOther(item, plan);
  refusePlanUnless(plan, 'PROPOSED');
  await refuseUndecidable(work, session, 'PLAN');
  if (input.decision === 'APPROVED') await approve(work, plan);
  else await giveBack(work, plan, input.reason);
  await settleAsDecided(work, item);
  return plan;
}

async function approve(work: Work, plan: SupportPlan): Promise<void> {
  const amended = plan.amendsId ? await work.lock(SupportPlan, plan.amendsId) : null;
  if (amended) await work.save(amended, { status: 'AMENDED', endedAt: work.now });
  await work.save(plan, { status: 'APPROVED', approvedAt: work.now, reasonId: null });
  work.record('plan.approved', plan, { amendsId: plan.amendsId });
  if (amended) work.record('plan.amended', amended, { byId: plan.id });
  await offerSteps(work, await stepsOf(work, plan));
}

async function giveBack(work: Work, plan: SupportPlan, reason: string | null | undefined): Promise<void> {
  if (!reason) throw invalid('input.reason', 'REQUIRED', { ja: '差し戻す理由を入力してください。', en: 'Please say why it is returned.' });
  const reasonId = await explain(work, plan, 'REASON', reason);
  await work.save(plan, { status: 'RETURNED', reasonId });
  work.record('plan.returned', plan, { to: [plan.staffId].filter((id) => id !== work.staff.staffId), reasonId });
}

function refuseOther(item: AgendaItem, plan: SupportPlan): void {
  if (item.caseId === plan.caseId && item.purpose === 'PLAN_APPROVAL' && item.takenOnAt) return;
  throw invalid('input.itemId', 'NOT_ALLOWED', { ja: 'このプランを諮る議題ではありません。', en: 'This item is not about this plan.' });
}
