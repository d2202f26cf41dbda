import { Code, codes, Count, Id, Line, Many, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Decision } from './decision.entity.js';

export const AgendaItemKind = codes('AgendaItemKind', ['QUESTION', 'CARRIED_ITEM', 'CARRIED_TASK', 'CARRIED_ISSUE', 'MINUTES']);
export const CarryReason = codes('CarryReason', [
  'OVERDUE',
  'UNACCEPTED',
  'DECLINED',
  'UNFINISHED',
  'UNRESOLVED',
  'CARRIED_OVER',
  'CANCELLED',
  'UNCONFIRMED',
]);
/** What the key person can settle an item with; it is DECIDED by taking a decision on it. */
export const Settlement = codes('Settlement', ['NOTED', 'CARRIED_OVER']);
export const Outcome = codes('Outcome', ['DECIDED', 'NOTED', 'CARRIED_OVER']);

@Table('agenda_item', 'A question to settle (議題), or something unfinished that came back by itself with its reason.')
export class AgendaItem implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref() sessionId: string;
  @Ref() agencyId: string;
  @Code(AgendaItemKind) kind: keyof typeof AgendaItemKind;
  @Line() what: string;
  /** The task, issue, item or minutes that came back. */
  @Ref({ nullable: true }) fromId: string | null;
  @Code(CarryReason, { nullable: true }) because: keyof typeof CarryReason | null;
  @Code(Outcome, { nullable: true, responsible: true }) outcome: keyof typeof Outcome | null;
  @Ref({ nullable: true }) outcomeId: string | null;
  @Moment() addedAt: Date;
  /** The session, held without consent, among whose members this stays. */
  @Ref({ nullable: true }) confinedTo: string | null;
  @Count() version: number;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Note, 'outcomeId') outcomeNote?: Linked<Note>;
  @Many(() => Decision, 'itemId', ['decidedAt', 'id']) decisions?: Decision[];
}
