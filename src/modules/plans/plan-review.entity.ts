import { Code, Count, Day, Id, Moment, Ref, Table, Text, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';

@Table('plan_review', 'How a plan was found to go, and when it is looked at next (プランの見直し). Never edited.')
export class PlanReview implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref() planId: string;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  /** For when it had been planned. */
  @Day() wasDueOn: string;
  @Moment() reviewedAt: Date;
  @Day() nextOn: string;
  @Text() findings: string;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
}
