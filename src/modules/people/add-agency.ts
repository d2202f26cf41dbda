import { Field, InputType } from '@nestjs/graphql';
import type { Work } from '../../database/work.js';
import { ShortText, Uuid } from '../../graphql/scalars.js';
import { Agency, AgencyKind } from './agency.entity.js';

@InputType()
export class AddAgencyInput {
  @Field(() => ShortText) name: string;
  @Field(() => AgencyKind) kind: keyof typeof AgencyKind;
  @Field(() => Uuid, { nullable: true }) parentId?: string | null;
}

/** Adds an agency to the tree. `NOT_FOUND` for an unknown parent. */
export async function addAgency(work: Work, input: AddAgencyInput): Promise<Agency> {
  work.must('administer', {}, Agency);
  const parent = input.parentId ? await work.lock(Agency, input.parentId) : null;
  const agency = await work.insert(Agency, {
    name: input.name,
    kind: input.kind,
    parentId: parent?.id ?? null,
    openedOn: work.today,
    closedOn: null,
  });
  work.record('agency.added', agency, { parentId: agency.parentId });
  return agency;
}
