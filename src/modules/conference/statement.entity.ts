import { Code, Count, Id, Moment, Ref, Table, Text, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';

@Table('statement', 'What an agency knows, told in a session, in one information category (情報共有).')
export class Statement implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref() sessionId: string;
  /** The item that it was about. */
  @Ref({ nullable: true }) itemId: string | null;
  @Ref() staffId: string;
  @Ref() agencyId: string;
  @Text() body: string;
  @Moment() statedAt: Date;
  /** The session, held without consent, among whose members this stays. */
  @Ref({ nullable: true }) confinedTo: string | null;
  @Count() version: number;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
}
