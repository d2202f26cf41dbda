import { Code, codes, Count, Day, Id, Line, Many, Reading, Ref, Table } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from './category.js';
import { ContactDetail } from '../safety/contact-detail.entity.js';
import { Schooling } from './schooling.entity.js';

export const Relation = codes('Relation', ['SUBJECT', 'CHILD', 'OTHER']);

@Table('household_member', 'Someone of a household: the support subject (支援対象者), a child, another.')
export class HouseholdMember implements Row {
  @Id() id: string;
  @Ref() householdId: string;
  @Code(Category) category: Category;
  @Code(Relation) relation: keyof typeof Relation;
  @Line() name: string;
  @Reading() kana: string;
  @Day({ nullable: true }) bornOn: string | null;
  @Count() version: number;
  @Many(() => ContactDetail, 'memberId', ['-since', 'id']) contacts?: ContactDetail[];
  @Many(() => Schooling, 'memberId', ['-since', 'id']) schoolings?: Schooling[];
}
