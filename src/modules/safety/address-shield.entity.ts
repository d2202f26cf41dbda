import { Code, Count, Day, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { HouseholdMember } from '../cases/household-member.entity.js';
import { Note } from '../cases/note.entity.js';
import { Staff } from '../people/staff.entity.js';

@Table(
  'address_shield',
  'That a household is shielded (DV等支援措置): what reaches it is shown to nobody but those who read of violence and abuse. Two people end it.',
)
export class AddressShield implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Ref() householdId: string;
  @Code(Category) category: Category;
  /** Who asked for protection; the whole household is protected with them. */
  @Ref() memberId: string;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Day({ nullable: true }) requestedOn: string | null;
  /** Which authority confirmed the need. */
  @Line({ nullable: true }) authority: string | null;
  @Ref() reasonId: string;
  @Moment({ responsible: true }) since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Ref({ nullable: true, responsible: true }) endAskedById: string | null;
  @Ref({ nullable: true }) endReasonId: string | null;
  @Ref({ nullable: true, responsible: true }) endedById: string | null;
  /** How many texts lost contact data when the shield was put up, or later with a new address. */
  @Count() maskedTexts: number;
  @Count() version: number;
  @To(() => HouseholdMember, 'memberId') member?: Linked<HouseholdMember>;
  @To(() => Staff, 'staffId') shieldedBy?: Linked<Staff>;
  @To(() => Staff, 'endAskedById') endAskedBy?: Linked<Staff>;
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
  @To(() => Note, 'endReasonId') endReason?: Linked<Note>;
}
