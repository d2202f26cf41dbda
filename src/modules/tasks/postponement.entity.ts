import { Code, codes, Count, Day, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { Staff } from '../people/staff.entity.js';
import { Task } from './task.entity.js';

export const PostponementStatus = codes('PostponementStatus', ['REQUESTED', 'APPROVED', 'REFUSED', 'WITHDRAWN']);

@Table('postponement', 'A later deadline, asked for with a reason and granted or refused by someone else.')
export class Postponement implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref({ responsible: true }) taskId: string;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Day({ responsible: true }) fromDueOn: string;
  @Day({ responsible: true }) toDueOn: string;
  @Code(PostponementStatus, { responsible: true }) status: keyof typeof PostponementStatus;
  @Ref() reasonId: string;
  @Ref({ nullable: true }) answerId: string | null;
  @Moment() requestedAt: Date;
  @Moment({ nullable: true }) answeredAt: Date | null;
  @Count() version: number;
  @To(() => Task, 'taskId') task?: Linked<Task>;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
  @To(() => Note, 'answerId') answer?: Linked<Note>;
}
