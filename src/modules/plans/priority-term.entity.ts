import { Code, codes, Count, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { Record } from '../cases/record.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';

/** What support turns to first. */
export const Priority = codes('Priority', ['DAILY_LIFE', 'EMPLOYMENT', 'CHILD', 'HEALTH', 'HOUSING', 'SAFETY']);

@Table(
  'priority_term',
  'What comes first on a case, from when to when, and because of what. One at any instant; everyone on the case knows it.',
)
export class PriorityTerm implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Code(Priority, { responsible: true }) priority: keyof typeof Priority;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  /** The report that led to it. */
  @Ref({ nullable: true }) recordId: string | null;
  /** The item under which a meeting agreed. */
  @Ref({ nullable: true }) itemId: string | null;
  @Ref() reasonId: string;
  @Moment({ responsible: true }) since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') changedBy?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Record, 'recordId') report?: Linked<Record>;
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
}
