import { Code, codes, Count, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Staff } from '../people/staff.entity.js';
import { Category } from './category.js';
import { Note } from './note.entity.js';
import { SupportCase } from './support-case.entity.js';

export const HandoverStatus = codes('HandoverStatus', ['OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN']);

@Table('key_person_handover', 'The role of key person offered to someone else on the case. It passes when they accept, and not before.')
export class KeyPersonHandover implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref({ responsible: true }) fromStaffId: string;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Ref() seatId: string;
  @Ref() reasonId: string;
  @Ref({ nullable: true }) answerId: string | null;
  @Code(HandoverStatus, { responsible: true }) status: keyof typeof HandoverStatus;
  @Moment() offeredAt: Date;
  @Moment({ nullable: true }) answeredAt: Date | null;
  @Count() version: number;
  @To(() => Staff, 'fromStaffId') from?: Linked<Staff>;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
  @To(() => Note, 'answerId') answer?: Linked<Note>;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
}
