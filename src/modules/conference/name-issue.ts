import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { QuestionInput } from './agenda.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Issue } from './issue.entity.js';
import { circleWith } from './responsible-agency.js';
import { refuseUncovered, takePart } from './under-way.js';

@InputType()
export class NameIssueInput extends QuestionInput {
  @Field(() => Uuid) sessionId: string;
  @Field(() => Uuid, { description: 'The responsible agency: one with people on the case whose work reaches the category.' })
  agencyId: string;
}

/**
 * Names a difficulty of the family and the agency responsible for it: 「本来的な課題も明らかとなり、責任を持つべき担当部署もおのずと明確になる」
 * (武蔵野市). `INVALID` for an agency that cannot answer for it; `FORBIDDEN` beyond one's own work, and for people not invited.
 */
export async function nameIssue(work: Work, input: NameIssueInput): Promise<Issue> {
  const session = await work.lock(ConferenceSession, input.sessionId);
  const { caseId, confinedTo, id: sessionId } = session;
  const { category, what, agencyId } = input;
  work.must('name', { caseId, category, confinedTo }, Issue);
  refuseUncovered(session, category);
  await takePart(work, session);
  const circle = await circleWith(work, session, agencyId, category);
  const issue = await work.insert(Issue, {
    caseId,
    category,
    sessionId,
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
