import { Code, Count, Id, Moment, Ref, Table, Text, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Staff } from '../people/staff.entity.js';

@Table(
  'conflict_of_interest',
  'That someone of the staff may be connected with the other party (利害関係の可能性), and whether the key person lets them take part all the same.',
)
export class ConflictOfInterest implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Ref() householdId: string;
  @Code(Category) category: Category;
  @Ref({ responsible: true }) staffId: string;
  @Moment() noticedAt: Date;
  @Ref({ nullable: true, responsible: true }) waivedById: string | null;
  @Moment({ nullable: true, responsible: true }) waivedAt: Date | null;
  /** Why they may take part. */
  @Text({ nullable: true }) reason: string | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Staff, 'waivedById') waivedBy?: Linked<Staff>;
}
