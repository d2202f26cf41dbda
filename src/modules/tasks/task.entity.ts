import {
  Code,
  codes,
  Count,
  Day,
  Derived,
  Hidden,
  Id,
  Line,
  Many,
  Moment,
  One,
  Ref,
  Table,
  To,
  type Linked,
} from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { AgendaItem } from '../conference/agenda-item.entity.js';
import { Decision } from '../conference/decision.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { Postponement } from './postponement.entity.js';

export const OwnerKind = codes('OwnerKind', ['STAFF', 'AGENCY', 'CLIENT']);
export const TaskStatus = codes('TaskStatus', ['OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'DECLINED', 'WITHDRAWN']);

/** States in which someone still has to act. */
export const UNFINISHED = ['OFFERED', 'ACCEPTED', 'IN_PROGRESS'] as const satisfies readonly (keyof typeof TaskStatus)[];

@Table('task', 'Who does what by when (誰が、いつまでに、何をやるのか). The owner is a person, the pool of an agency, or the client.')
export class Task implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Line() what: string;
  @Code(OwnerKind, { responsible: true }) ownerKind: keyof typeof OwnerKind;
  /** The person who carries it; nobody yet while it lies in an agency's pool. */
  @Ref({ nullable: true, responsible: true }) staffId: string | null;
  @Ref({ responsible: true }) agencyId: string;
  @Day({ responsible: true }) dueOn: string;
  @Code(TaskStatus, { responsible: true }) status: keyof typeof TaskStatus;
  /** Whether someone still has to act: a generated column, by which open tasks are found however they stand. */
  @Hidden('boolean') isOpen?: boolean;
  @Ref({ nullable: true }) decisionId: string | null;
  @Ref() offeredById: string;
  @Moment() offeredAt: Date;
  @Moment({ nullable: true }) answeredAt: Date | null;
  @Moment({ nullable: true }) finishedAt: Date | null;
  @Ref({ nullable: true }) resultId: string | null;
  @Ref({ nullable: true }) reasonId: string | null;
  @Count() version: number;
  @Derived(() => Boolean, (t) => `${t}.is_open and ${t}.due_on < tsunagi_today()`) isOverdue?: boolean;
  @Derived(() => Boolean, (t) => `${t}.status = 'OFFERED'`) isUnaccepted?: boolean;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  /** The agendas to which it came back by itself. */
  @Many(() => AgendaItem, 'fromId', ['addedAt', 'id']) cameBack?: AgendaItem[];
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Staff, 'offeredById') offeredBy?: Linked<Staff>;
  @To(() => Decision, 'decisionId') decision?: Linked<Decision>;
  @To(() => Note, 'resultId') result?: Linked<Note>;
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
  @One(() => Postponement, 'taskId', { status: 'REQUESTED' }) openPostponement?: Linked<Postponement>;
  @Many(() => Postponement, 'taskId', ['-requestedAt']) postponements?: Postponement[];
}
