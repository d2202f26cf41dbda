import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { explain } from '../cases/explain.js';
import { Circle } from '../tasks/circle.js';
import { refuseResolved } from './assign-issue.js';
import { Issue } from './issue.entity.js';

@InputType()
export class ResolveIssueInput {
  @Field(() => Uuid) issueId: string;
  @Field(() => Int) version: number;
  @Field(() => Narrative) result: string;
}

/** Notes that an issue is no longer one, and what came of it. `CONFLICT` when it was resolved before. */
export async function resolveIssue(work: Work, input: ResolveIssueInput): Promise<Issue> {
  const issue = await work.lock(Issue, input.issueId, input.version);
  work.must('resolve', issue);
  refuseResolved(issue);
  const resultId = await explain(work, issue, 'RESULT', input.result);
  await work.save(issue, { status: 'RESOLVED', resolvedAt: work.now, resultId });
  const circle = await Circle.of(work, issue.caseId);
  work.record('issue.resolved', issue, { to: circle.told(issue.category, circle.keyPersonId, issue.agencyId), resultId });
  return issue;
}
