import { Field, InputType, Int } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { conflict } from '../../refusal.js';
import { Agency } from './agency.entity.js';

@InputType()
export class RenameAgencyInput {
  @Field(() => Uuid) agencyId: string;
  @Field(() => Int) version: number;
  @Field(() => ShortText) name: string;
}

/** Gives an agency another name (組織改編); it stays the same agency, with its postings and its history. `CONFLICT` when it is called that, or is closed. */
export async function renameAgency(work: Work, input: RenameAgencyInput): Promise<Agency> {
  const agency = await work.lock(Agency, input.agencyId, input.version);
  work.must('administer', agency);
  if (agency.closedOn !== null) throw conflict({ ja: 'この機関は廃止されています。', en: 'This agency is closed.' });
  if (agency.name === input.name) throw conflict({ ja: 'すでにその名前です。', en: 'It is called that already.' });
  await work.save(agency, { name: input.name });
  work.record('agency.renamed', agency);
  return agency;
}
