import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { InformationCategory } from '../cases/category.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Statement } from './statement.entity.js';
import { refuseUncovered, takePart } from './under-way.js';

@InputType()
export class MakeStatementInput {
  @Field(() => Uuid) sessionId: string;
  @Field(() => InformationCategory) category: InformationCategory;
  @Field(() => Narrative) body: string;
}

/**
 * Tells an open session what one's agency knows (情報共有), in one category: whoever's work does not need that category learns
 * nothing, not even that something was said. `FORBIDDEN` outside the categories one may write, and for people not invited.
 */
export async function makeStatement(work: Work, input: MakeStatementInput): Promise<Statement> {
  const session = await work.lock(ConferenceSession, input.sessionId);
  const { caseId, confinedTo, id: sessionId } = session;
  const { staffId } = work.staff;
  work.must('write', { caseId, category: input.category, staffId, confinedTo }, Statement);
  const { agencyId } = await takePart(work, session);
  const { category, body } = input;
  refuseUncovered(session, category);
  const statement = await work.insert(Statement, { caseId, category, sessionId, staffId, agencyId, body, statedAt: work.now, confinedTo });
  work.record('statement.made', statement);
  return statement;
}
