import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { Agency } from './agency.entity.js';
import { Posting } from './posting.entity.js';

@InputType()
export class CloseAgencyInput {
  @Field(() => Uuid) agencyId: string;
  @Field(() => Int) version: number;
}

/** Closes an agency from today on. `CONFLICT` while anyone is posted there, it has open parts, or it is closed already. */
export async function closeAgency(work: Work, input: CloseAgencyInput): Promise<Agency> {
  const agency = await work.lock(Agency, input.agencyId, input.version);
  work.must('administer', agency);
  if (agency.closedOn !== null) throw conflict({ ja: 'この機関はすでに廃止されています。', en: 'This agency is already closed.' });
  const postings = await work.scope.find(Posting, { agencyId: agency.id });
  if (postings.some(({ until }) => until === null || until >= work.today)) {
    throw conflict({
      ja: '配置されている職員がいます。先に配置を終了してください。',
      en: 'Staff are posted there. Please end their postings first.',
    });
  }
  if (await work.scope.first(Agency, { parentId: agency.id, closedOn: null })) {
    throw conflict({ ja: '下部の機関があります。先に廃止してください。', en: 'It has open parts. Please close those first.' });
  }
  await work.save(agency, { closedOn: work.today });
  work.record('agency.closed', agency);
  return agency;
}
