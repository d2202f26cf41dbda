import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { refuseClosed } from '../cases/give-seat.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Circle } from '../tasks/circle.js';
import { Issue } from './issue.entity.js';

@InputType()
export class ReopenIssueInput {
  @Field(() => Uuid) issueId: string;
  @Field(() => Int) version: number;
}

/** Takes back that an issue was resolved: it is open again, with the agency that answered for it. `CONFLICT` while it is open, and once the case is closed. */
export async function reopenIssue(work: Work, input: ReopenIssueInput): Promise<Issue> {
  const { caseId } = await work.scope.one(Issue, input.issueId);
  refuseClosed(await work.lock(SupportCase, caseId));
  const issue = await work.lock(Issue, input.issueId, input.version);
  work.must('resolve', issue);
  if (issue.status === 'OPEN') throw conflict({ ja: 'この課題は未解決です。', en: 'This issue is open.' });
  await work.save(issue, { status: 'OPEN', resolvedAt: null, resultId: null });
  const circle = await Circle.of(work, caseId);
  work.record('issue.reopened', issue, { to: circle.told(issue.category, circle.keyPersonId, issue.agencyId) });
  return issue;
}
