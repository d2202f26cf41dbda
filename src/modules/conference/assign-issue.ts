import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { explain } from '../cases/explain.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Issue } from './issue.entity.js';
import { circleWith } from './responsible-agency.js';

@InputType()
export class AssignIssueInput {
  @Field(() => Uuid) issueId: string;
  @Field(() => Int) version: number;
  @Field(() => Uuid) agencyId: string;
  @Field(() => Narrative) reason: string;
}

/**
 * Makes another agency responsible for an open issue, with a reason. Within its session this corrects what is agreed;
 * afterwards the minutes keep what was. `CONFLICT` when it is resolved or the agency is already responsible.
 */
export async function assignIssue(work: Work, input: AssignIssueInput): Promise<Issue> {
  const { sessionId } = await work.scope.one(Issue, input.issueId);
  // Whoever leads a case need not take part in the series that named the issue.
  const session = (await work.scope.first(ConferenceSession, { id: sessionId })) && (await work.lock(ConferenceSession, sessionId));
  const issue = await work.lock(Issue, input.issueId, input.version);
  work.must('assign', issue);
  refuseResolved(issue);
  const { agencyId: fromAgencyId, category } = issue;
  if (fromAgencyId === input.agencyId)
    throw conflict({ ja: 'すでにこの機関の担当です。', en: 'This agency is already responsible for it.' });
  const { agencyId } = input;
  const circle = await circleWith(work, issue.caseId, session, agencyId, category);
  const reasonId = await explain(work, issue, 'REASON', input.reason);
  await work.save(issue, { agencyId, ...(session?.status === 'OPEN' ? { agreedAgencyId: agencyId } : {}) });
  work.record('issue.assigned', issue, { to: circle.told(category, agencyId, fromAgencyId), fromAgencyId, reasonId });
  return issue;
}

/** `CONFLICT` when the issue is already resolved. */
export function refuseResolved(issue: Issue): void {
  if (issue.status === 'RESOLVED') throw conflict({ ja: 'この課題はすでに解決済みです。', en: 'This issue is already resolved.' });
}
