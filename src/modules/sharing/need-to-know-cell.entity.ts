import { Code, codes, Count, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { LEVELS, NEED_TO_KNOW, type NeedToKnowRow } from '../../permissions/need-to-know.js';
import { InformationCategory } from '../cases/category.js';
import { Staff } from '../people/staff.entity.js';

export const NeedToKnowWho = codes('NeedToKnowWho', Object.keys(NEED_TO_KNOW) as NeedToKnowRow[]);
export const NeedToKnowLevel = codes('NeedToKnowLevel', LEVELS);

@Table(
  'need_to_know',
  'A cell of the need-to-know table that the municipality set otherwise than the one that ships, from when to when, and why.',
)
export class NeedToKnowCell implements Row {
  @Id() id: string;
  @Code(NeedToKnowWho, { responsible: true }) profession: keyof typeof NeedToKnowWho;
  @Code(InformationCategory, { responsible: true }) about: InformationCategory;
  @Code(NeedToKnowLevel, { responsible: true }) level: keyof typeof NeedToKnowLevel;
  @Line() reason: string;
  @Ref({ responsible: true }) staffId: string;
  @Moment({ responsible: true }) since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') changedBy?: Linked<Staff>;
}
