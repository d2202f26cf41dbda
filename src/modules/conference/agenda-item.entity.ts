import { Code, codes, Count, Day, Hidden, Id, Line, Many, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { Agency } from '../people/agency.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { ConferenceSession } from './conference-session.entity.js';
import { Decision } from './decision.entity.js';
import { Issue } from './issue.entity.js';
import { RoleAllocation } from './role-allocation.entity.js';
import { Statement } from './statement.entity.js';

export const AgendaItemKind = codes('AgendaItemKind', ['QUESTION', 'CARRIED_ITEM', 'CARRIED_TASK', 'CARRIED_ISSUE', 'MINUTES', 'CASELOAD']);
/** What an item is for. */
export const ItemPurpose = codes('ItemPurpose', [
  'PLAN_APPROVAL',
  'PROGRESS',
  'ROLE_ALLOCATION',
  'CLOSING_EVALUATION',
  'MISSING_RESOURCES',
  'SCHEDULING',
  'PRIORITY',
  'KEY_PERSON',
  'OTHER',
]);
export const CarryReason = codes('CarryReason', [
  'OVERDUE',
  'UNACCEPTED',
  'DECLINED',
  'UNFINISHED',
  'UNRESOLVED',
  'CARRIED_OVER',
  'CANCELLED',
  'UNCONFIRMED',
  'DEFERRED',
  'UNSETTLED',
  'ON_CASELOAD',
  'NO_APPOINTMENT',
]);
/** What an item can be settled with by those who run the session; it is DECIDED by taking a decision on it. */
export const Settlement = codes('Settlement', ['NOTED', 'CARRIED_OVER', 'DEFERRED', 'NOT_TAKEN_ON']);
/** UNSETTLED is what the end of a session leaves where whoever closed it could not see the item. */
export const Outcome = codes('Outcome', ['DECIDED', 'NOTED', 'CARRIED_OVER', 'DEFERRED', 'NOT_TAKEN_ON', 'UNSETTLED']);

@Table('agenda_item', 'A question to settle (議題), or something unfinished that came back by itself with its reason.')
export class AgendaItem implements Row {
  @Id() id: string;
  /** The case that it is about; `null` for what a series talks about beside its cases. */
  @Ref({ nullable: true }) caseId: string | null;
  @Ref({ nullable: true }) seriesId: string | null;
  @Code(Category) category: Category;
  @Ref() sessionId: string;
  @Ref() agencyId: string;
  @Code(AgendaItemKind) kind: keyof typeof AgendaItemKind;
  @Code(ItemPurpose) purpose: keyof typeof ItemPurpose;
  @Line() what: string;
  /** The task, issue, item or minutes that came back. */
  @Ref({ nullable: true }) fromId: string | null;
  @Code(CarryReason, { nullable: true }) because: keyof typeof CarryReason | null;
  @Code(Outcome, { nullable: true, responsible: true }) outcome: keyof typeof Outcome | null;
  @Ref({ nullable: true }) outcomeId: string | null;
  @Day({ nullable: true, responsible: true }) deferredUntil: string | null;
  /** Minutes first, then what came back, then the rest: a generated column, and no position that could tell of others. */
  @Hidden('int') rank?: number;
  @Moment() addedAt: Date;
  /** When it was taken on; `null` while it is only proposed. */
  @Moment({ nullable: true }) takenOnAt: Date | null;
  /** How long it is to take. */
  @Count({ nullable: true }) minutesPlanned: number | null;
  /** When the session came to it, and when it had an outcome. */
  @Moment({ nullable: true }) begunAt: Date | null;
  @Moment({ nullable: true }) settledAt: Date | null;
  /** The session, held without consent, among whose members this stays. */
  @Ref({ nullable: true }) confinedTo: string | null;
  @Count() version: number;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
  @To(() => ConferenceSession, 'sessionId') session?: Linked<ConferenceSession>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Note, 'outcomeId') outcomeNote?: Linked<Note>;
  @Many(() => Statement, 'itemId', ['statedAt', 'id']) statements?: Statement[];
  @Many(() => Issue, 'itemId', ['namedAt', 'id']) issues?: Issue[];
  @Many(() => RoleAllocation, 'itemId', ['since', 'id']) roles?: RoleAllocation[];
  @Many(() => Decision, 'itemId', ['decidedAt', 'id']) decisions?: Decision[];
}
