import { Code, codes, Count, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { Channel } from '../cases/record.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';

export const AppointmentStatus = codes('AppointmentStatus', ['AGREED', 'KEPT', 'MISSED', 'CANCELLED']);

@Table('appointment', 'When a client is next seen, by whom and where (次回の予定). Everyone on the case reads it.')
export class Appointment implements Row {
  @Id() id: string;
  @Ref() caseId: string;
  @Code(Category) category: Category;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Moment({ responsible: true }) startsAt: Date;
  @Line() place: string;
  @Code(Channel) channel: keyof typeof Channel;
  @Code(AppointmentStatus, { responsible: true }) status: keyof typeof AppointmentStatus;
  /** The item of a meeting through which it was made. */
  @Ref({ nullable: true }) itemId: string | null;
  @Ref() madeById: string;
  @Moment() madeAt: Date;
  @Ref({ nullable: true }) reasonId: string | null;
  @Count() version: number;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
}
