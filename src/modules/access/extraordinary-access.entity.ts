import { Code, codes, Count, Day, Derived, Id, ManyCodes, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { ACCESS_KINDS } from '../../permissions/actor.js';
import { Category, InformationCategory } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';

export const AccessKind = codes('AccessKind', ACCESS_KINDS);
export const AccessReview = codes('AccessReview', ['PENDING', 'JUSTIFIED', 'UNJUSTIFIED']);

@Table(
  'extraordinary_access',
  'That somebody looked where they otherwise may not: in an emergency (緊急閲覧), or as a manager with a stated purpose. For reading, for a short time, and reviewed.',
)
export class ExtraordinaryAccess implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Code(AccessKind, { responsible: true }) kind: keyof typeof AccessKind;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @ManyCodes(InformationCategory) categories: InformationCategory[];
  @Ref() reasonId: string;
  @Moment({ responsible: true }) since: Date;
  @Moment({ responsible: true }) until: Date;
  /** When it was ended before its time. */
  @Moment({ nullable: true, responsible: true }) endedAt: Date | null;
  /** How it was judged stays between those who answer for the case and the person who looked: it is no part of the trail's state. */
  @Code(AccessReview) review: keyof typeof AccessReview;
  @Day({ responsible: true }) reviewDueOn: string;
  @Ref({ nullable: true }) reviewerId: string | null;
  @Ref({ nullable: true }) reviewId: string | null;
  @Moment({ nullable: true }) reviewedAt: Date | null;
  @Count() version: number;
  @Derived(() => Boolean, (t) => `${t}.ended_at is null and ${t}.until > tsunagi_now()`) isLive?: boolean;
  @Derived(() => Boolean, (t) => `${t}.review = 'PENDING' and ${t}.review_due_on < tsunagi_today()`) isOverdue?: boolean;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
  @To(() => Staff, 'reviewerId') reviewer?: Linked<Staff>;
  /** What the reviewer answered. */
  @To(() => Note, 'reviewId') answer?: Linked<Note>;
}
