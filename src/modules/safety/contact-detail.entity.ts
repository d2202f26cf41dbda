import { Code, codes, Count, Day, Id, Line, Ref, Table } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';

export const ContactKind = codes('ContactKind', ['ADDRESS', 'PHONE', 'MOBILE', 'EMAIL']);

@Table(
  'contact_detail',
  'Where someone of a household can be reached (連絡先). Never edited; of the category SAFETY while the household is shielded.',
)
export class ContactDetail implements Row {
  @Id() id: string;
  @Ref() householdId: string;
  @Ref() memberId: string;
  @Code(Category) category: Category;
  @Code(ContactKind) kind: keyof typeof ContactKind;
  @Line() value: string;
  @Day() since: string;
  @Day({ nullable: true }) until: string | null;
  @Count() version: number;
}
