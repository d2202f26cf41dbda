import { Field, InputType } from '@nestjs/graphql';
import { v7 as newId } from 'uuid';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { conflict, invalid } from '../../refusal.js';
import { Category } from '../cases/category.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Circle } from '../tasks/circle.js';
import { DeadlineInput, deadlineOf, refusePast } from '../tasks/deadline.js';
import { offer, OwnerInput } from '../tasks/offer-task.js';
import { ownerFor } from '../tasks/owner.js';
import { AgendaItem } from './agenda-item.entity.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Decision } from './decision.entity.js';
import { Issue } from './issue.entity.js';
import { refuseUndecidable } from './may-decide.js';
import { NOBODYS_CASE, refuseUncovered, takePart } from './under-way.js';

@InputType()
export class DecideInput extends DeadlineInput {
  @Field(() => Uuid, { description: 'The item of the agenda that it settles.' }) itemId: string;
  @Field(() => Uuid, { nullable: true, description: 'The issue that it answers.' }) issueId?: string | null;
  @Field(() => ShortText) what: string;
  @Field(() => Category) category: Category;
  @Field(() => OwnerInput) owner: OwnerInput;
}

/**
 * Takes a decision on an item: 「誰が、いつまでに、何をやるのか」 (武蔵野市), never without all three. It becomes a task, offered to its owner, in
 * the same breath. `INVALID` for an owner without a seat or beyond their work and for a deadline in the past; `FORBIDDEN` beyond
 * one's own work, and for people not invited; `CONFLICT` unless the session is open.
 */
export async function decide(work: Work, input: DecideInput): Promise<Decision> {
  const { sessionId } = await work.scope.one(AgendaItem, input.itemId);
  const session = await work.lock(ConferenceSession, sessionId);
  const item = await work.lock(AgendaItem, input.itemId);
  const { confinedTo } = session;
  const { caseId } = item;
  if (!caseId) throw invalid('input.itemId', 'NOT_ALLOWED', NOBODYS_CASE);
  const { category, what, issueId = null } = input;
  if (!item.takenOnAt) throw conflict({ ja: 'この議題はまだ取り上げられていません。', en: 'This item is only proposed.' });
  work.must('take', { caseId, category, confinedTo }, Decision);
  refuseUncovered(session, category);
  await takePart(work, session, caseId);
  await refuseUndecidable(work, session, 'TASK');
  await refuseForeign(work, caseId, issueId);
  const dueOn = await deadlineOf(work, input);
  refusePast(work, dueOn, 'input.dueOn');
  // In the order in which every verb takes them: the case, then the owner's seat.
  await work.lock(SupportCase, caseId);
  const owner = await ownerFor(work, await Circle.of(work, caseId), category, input.owner, 'input.owner');
  const taskId = newId();
  const decision = await work.insert(Decision, {
    caseId,
    category,
    sessionId,
    itemId: item.id,
    issueId,
    what,
    ...owner,
    dueOn,
    taskId,
    decidedAt: work.now,
    confinedTo,
  });
  work.record('decision.taken', decision, { itemId: item.id, issueId });
  await offer(work, { id: taskId, caseId, category, what, owner: input.owner, dueOn, decisionId: decision.id });
  await settleAsDecided(work, item);
  return decision;
}

async function refuseForeign(work: Work, caseId: string, issueId: string | null): Promise<void> {
  if (issueId && !(await work.scope.first(Issue, { id: issueId, caseId })))
    throw invalid('input.issueId', 'UNKNOWN', { ja: 'このケースの課題ではありません。', en: 'This is no issue of this case.' });
}

/** Notes that something was decided on an item; it stays so, whatever else is decided on it. */
export async function settleAsDecided(work: Work, item: AgendaItem): Promise<void> {
  if (item.outcome === 'DECIDED') return;
  await work.save(item, { outcome: 'DECIDED', outcomeId: null, deferredUntil: null, settledAt: work.now });
  work.record('agenda.item-settled', item);
}
