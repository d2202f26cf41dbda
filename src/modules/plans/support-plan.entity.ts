import { Code, codes, Count, Day, Derived, Id, Many, Moment, Ref, Table, Text, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { AgendaItem } from '../conference/agenda-item.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { PlanReview } from './plan-review.entity.js';
import { PlanStep } from './plan-step.entity.js';

/** 自立支援計画, 就労支援プラン, 母子・父子自立支援プログラム. */
export const PlanKind = codes('PlanKind', ['SELF_RELIANCE_PLAN', 'EMPLOYMENT_SUPPORT_PLAN', 'SINGLE_PARENT_PROGRAMME']);
export const PlanStatus = codes('PlanStatus', ['DRAFT', 'PROPOSED', 'RETURNED', 'APPROVED', 'AMENDED', 'EVALUATED', 'WITHDRAWN']);
export const PlanEvaluation = codes('PlanEvaluation', ['ACHIEVED', 'PARTLY_ACHIEVED', 'NOT_ACHIEVED', 'INTERRUPTED']);

@Table(
  'support_plan',
  'A support plan (支援プラン): its goal, its steps, its period. Drafted, put to a meeting, approved or returned, reviewed, evaluated at the end.',
)
export class SupportPlan implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Code(PlanKind, { responsible: true }) kind: keyof typeof PlanKind;
  @Text() goal: string;
  @Day({ responsible: true }) startsOn: string;
  @Day({ responsible: true }) endsOn: string;
  /** When it is looked at next. */
  @Day({ responsible: true }) reviewOn: string;
  @Code(PlanStatus, { responsible: true }) status: keyof typeof PlanStatus;
  /** Who answers for it: whoever drafted it. */
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  /** The plan whose place it takes once it is approved. */
  @Ref({ nullable: true }) amendsId: string | null;
  /** The item under which it was put to a meeting last. */
  @Ref({ nullable: true }) itemId: string | null;
  @Moment() draftedAt: Date;
  @Moment({ nullable: true }) approvedAt: Date | null;
  @Moment({ nullable: true }) endedAt: Date | null;
  @Code(PlanEvaluation, { nullable: true, responsible: true }) evaluation: keyof typeof PlanEvaluation | null;
  @Ref({ nullable: true }) reasonId: string | null;
  @Count() version: number;
  @Derived(() => Boolean, (t) => `${t}.status = 'APPROVED' and ${t}.review_on <= tsunagi_today()`) isReviewDue?: boolean;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => SupportPlan, 'amendsId') amends?: Linked<SupportPlan>;
  @To(() => AgendaItem, 'itemId') item?: Linked<AgendaItem>;
  /** Why it was returned or withdrawn, or what was found at its end. */
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
  @Many(() => PlanStep, 'planId', ['kind', 'position'], { droppedAt: null }) steps?: PlanStep[];
  @Many(() => PlanReview, 'planId', ['reviewedAt']) reviews?: PlanReview[];
}
