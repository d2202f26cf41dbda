import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Narrative, Uuid } from '../../graphql/scalars.js';
import { COORDINATION } from '../../permissions/categories.js';
import { conflict, invalid } from '../../refusal.js';
import { explain } from './explain.js';
import { refuseClosed } from './give-seat.js';
import { Seat } from './seat.entity.js';
import { SupportCase } from './support-case.entity.js';

@InputType()
export class ChangeLeadAgencyInput {
  @Field(() => Uuid) caseId: string;
  @Field(() => Int) version: number;
  @Field(() => Uuid) agencyId: string;
  @Field(() => Narrative) reason: string;
}

/** Makes another agency of the case the lead agency (主担当機関). `INVALID` unless it holds a seat; `CONFLICT` when it leads already. */
export async function changeLeadAgency(work: Work, input: ChangeLeadAgencyInput): Promise<SupportCase> {
  const supportCase = await work.lock(SupportCase, input.caseId, input.version);
  work.must('revise', supportCase);
  refuseClosed(supportCase);
  if (supportCase.leadAgencyId === input.agencyId) throw conflict({ ja: 'すでに主担当機関です。', en: 'It already is the lead agency.' });
  if (!(await work.scope.first(Seat, { caseId: supportCase.id, agencyId: input.agencyId, until: null }))) {
    throw invalid('input.agencyId', 'UNKNOWN', {
      ja: '主担当機関は、このケースに席のある機関から選んでください。',
      en: 'The lead agency must hold a seat on the case.',
    });
  }
  const fromAgencyId = supportCase.leadAgencyId;
  const reasonId = await explain(work, { caseId: supportCase.id, category: COORDINATION }, 'REASON', input.reason);
  await work.save(supportCase, { leadAgencyId: input.agencyId });
  work.record('case.lead-agency-changed', supportCase, { to: [fromAgencyId, input.agencyId], fromAgencyId, reasonId });
  return supportCase;
}
