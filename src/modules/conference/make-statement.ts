import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { InformationCategory } from '../cases/category.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Statement } from './statement.entity.js';
import { caseUnderTalk, refuseUncovered, takePart } from './under-way.js';

@InputType()
export class MakeStatementInput {
  @Field(() => Uuid) sessionId: string;
  @Field(() => Uuid, { nullable: true, description: 'The item; needed in a meeting over a caseload.' }) itemId?: string | null;
  @Field(() => InformationCategory) category: InformationCategory;
  @Field(() => Narrative) body: string;
}

/**
 * Tells an open session what one's agency knows (情報共有), in one category: whoever's work does not need that category learns
 * nothing, not even that something was said. `FORBIDDEN` outside the categories one may write, and for people not invited.
 */
export async function makeStatement(work: Work, input: MakeStatementInput): Promise<Statement> {
  const session = await work.lock(ConferenceSession, input.sessionId);
  const { confinedTo, id: sessionId } = session;
  const caseId = await caseUnderTalk(work, session, input.itemId);
  const { staffId } = work.staff;
  work.must('write', { caseId, category: input.category, staffId, confinedTo }, Statement);
  const { agencyId } = await takePart(work, session, caseId);
  const { category, body, itemId = null } = input;
  refuseUncovered(session, category);
  const statement = await work.insert(Statement, {
    caseId,
    category,
    sessionId,
    itemId,
    staffId,
    agencyId,
    body,
    statedAt: work.now,
    confinedTo,
  });
  work.record('statement.made', statement);
  return statement;
}
