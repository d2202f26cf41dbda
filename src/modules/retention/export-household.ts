import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText } from '../../graphql/scalars.js';
import { caseToKeep } from './case-to-keep.js';
import { SubjectExport } from './subject-export.entity.js';

const FETCHED_WITHIN_MS = 3_600_000;

@InputType()
export class ExportHouseholdInput {
  @Field(() => ShortText) caseNumber: string;
  @Field(() => ShortText, { description: 'The request that it answers, by its number; it names nobody.' }) reason: string;
}

/**
 * Lets an information officer fetch, for an hour, everything that is held about the household of a case, to answer a request for disclosure.
 * Those who answer for the case are told. `NOT_FOUND` for everyone else, as for a number that is not there.
 */
export async function exportHousehold(work: Work, input: ExportHouseholdInput): Promise<SubjectExport> {
  const caseId = await caseToKeep(work, input.caseNumber);
  work.must('write', { caseId }, SubjectExport);
  const { staffId } = work.staff;
  const until = new Date(work.now.getTime() + FETCHED_WITHIN_MS);
  const written = await work.insert(SubjectExport, { caseId, reason: input.reason, staffId, exportedAt: work.now, until });
  work.record('household.exported', written, { to: await work.scope.answerableFor(caseId) });
  return written;
}
