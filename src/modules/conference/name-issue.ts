import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { Category } from '../cases/category.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Issue } from './issue.entity.js';
import { circleWith } from './responsible-agency.js';
import { caseUnderTalk, refuseUncovered, takePart } from './under-way.js';

@InputType()
export class NameIssueInput {
  @Field(() => Uuid) sessionId: string;
  @Field(() => Uuid, { nullable: true, description: 'The item; needed in a meeting over a caseload.' }) itemId?: string | null;
  @Field(() => ShortText) what: string;
  @Field(() => Category) category: Category;
  @Field(() => Uuid, { description: 'The responsible agency: one with people on the case whose work reaches the category.' })
  agencyId: string;
}

/**
 * Names a difficulty of the family and the agency responsible for it: 「本来的な課題も明らかとなり、責任を持つべき担当部署もおのずと明確になる」
 * (武蔵野市). `INVALID` for an agency that cannot answer for it; `FORBIDDEN` beyond one's own work, and for people not invited.
 */
export async function nameIssue(work: Work, input: NameIssueInput): Promise<Issue> {
  const session = await work.lock(ConferenceSession, input.sessionId);
  const { confinedTo, id: sessionId } = session;
  const caseId = await caseUnderTalk(work, session, input.itemId);
  const { category, what, agencyId, itemId = null } = input;
  work.must('name', { caseId, category, confinedTo }, Issue);
  refuseUncovered(session, category);
  await takePart(work, session, caseId);
  const circle = await circleWith(work, caseId, session, agencyId, category);
  const issue = await work.insert(Issue, {
    caseId,
    category,
    sessionId,
    itemId,
    what,
    agencyId,
    agreedAgencyId: agencyId,
    status: 'OPEN',
    namedAt: work.now,
    resolvedAt: null,
    resultId: null,
    confinedTo,
  });
  work.record('issue.named', issue, { to: circle.told(category, agencyId) });
  return issue;
}
