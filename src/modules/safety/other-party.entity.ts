import { Code, codes, Count, Day, Id, Line, Moment, Reading, Ref, Table, Text, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';

export const OtherPartyRelation = codes('OtherPartyRelation', ['SPOUSE', 'FORMER_SPOUSE', 'PARTNER', 'PARENT', 'RELATIVE', 'OTHER']);

@Table('other_party', 'From whom a household is protected (相手方): told only to those who read of violence and abuse.')
export class OtherParty implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Ref() householdId: string;
  @Code(Category) category: Category;
  @Line() name: string;
  @Reading() kana: string;
  @Day({ nullable: true }) bornOn: string | null;
  @Code(OtherPartyRelation) relation: keyof typeof OtherPartyRelation;
  /** When they, or a relative of theirs, are of the staff themselves. */
  @Ref({ nullable: true }) staffId: string | null;
  /** When they, or a relative of theirs, work for an agency. */
  @Ref({ nullable: true }) agencyId: string | null;
  @Text() reason: string;
  @Moment() since: Date;
  @Moment({ nullable: true }) until: Date | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
}
