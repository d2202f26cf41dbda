import { Code, Count, Day, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { OwnerKind, Task } from '../tasks/task.entity.js';
import { Issue } from './issue.entity.js';

@Table('decision', 'What a session decided (決定事項): never without who, what and by when. It becomes a task at once.')
export class Decision implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref() sessionId: string;
  @Ref() itemId: string;
  @Ref({ nullable: true }) issueId: string | null;
  @Line() what: string;
  @Code(OwnerKind, { responsible: true }) ownerKind: keyof typeof OwnerKind;
  @Ref({ nullable: true, responsible: true }) staffId: string | null;
  @Ref({ responsible: true }) agencyId: string;
  @Day({ responsible: true }) dueOn: string;
  @Ref() taskId: string;
  @Moment() decidedAt: Date;
  /** The session, held without consent, among whose members this stays. */
  @Ref({ nullable: true }) confinedTo: string | null;
  @Count() version: number;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Issue, 'issueId') issue?: Linked<Issue>;
  @To(() => Task, 'taskId') task?: Linked<Task>;
}
