import { Code, codes, Count, Day, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { OwnerKind, Task } from '../tasks/task.entity.js';

export const StepKind = codes('StepKind', ['STEP', 'AFTERCARE']);

@Table('plan_step', 'A step of a plan: who does what by when. A task, offered to its owner, once the plan is approved.')
export class PlanStep implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref() planId: string;
  /** Aftercare (アフターケア) follows the end of the plan. */
  @Code(StepKind) kind: keyof typeof StepKind;
  @Count() position: number;
  @Line() what: string;
  @Code(OwnerKind, { responsible: true }) ownerKind: keyof typeof OwnerKind;
  @Ref({ nullable: true, responsible: true }) staffId: string | null;
  @Ref({ responsible: true }) agencyId: string;
  @Day({ responsible: true }) dueOn: string;
  /** When a draft was revised without it. */
  @Moment({ nullable: true }) droppedAt: Date | null;
  @Ref({ nullable: true }) taskId: string | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Task, 'taskId') task?: Linked<Task>;
}
