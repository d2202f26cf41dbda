import { Code, codes, Count, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Profession } from '../people/posting.entity.js';
import { Staff } from '../people/staff.entity.js';
import { ConferenceSession } from './conference-session.entity.js';

export const InvitationStatus = codes('InvitationStatus', ['INVITED', 'ACCEPTED', 'DECLINED', 'DELEGATED']);
export const AttendanceStatus = codes('AttendanceStatus', ['PRESENT', 'LATE', 'EXCUSED', 'ABSENT', 'DELEGATED']);

@Table('invitation', 'Who is asked to a session, what they answered, and whether they came (出欠).')
export class Invitation implements Row {
  @Id() id: string;
  @Ref({ nullable: true }) caseId: string | null;
  @Ref({ nullable: true }) seriesId: string | null;
  @Code(Category) category: Category;
  @Ref() sessionId: string;
  /** The seat on the case of the session; `null` where it is of a series. */
  @Ref({ nullable: true }) seatId: string | null;
  /** The invitation of whom they stand in for (代理). */
  @Ref({ nullable: true }) insteadOfId: string | null;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Code(Profession) profession: keyof typeof Profession;
  @Code(InvitationStatus, { responsible: true }) status: keyof typeof InvitationStatus;
  @Code(AttendanceStatus, { nullable: true, responsible: true }) attendance: keyof typeof AttendanceStatus | null;
  @Ref({ nullable: true }) reasonId: string | null;
  @Moment({ nullable: true }) answeredAt: Date | null;
  /** When it was taken back, because they take part in the series no longer. */
  @Moment({ nullable: true }) withdrawnAt: Date | null;
  /** The session, held without consent, among whose members this stays. */
  @Ref({ nullable: true }) confinedTo: string | null;
  @Count() version: number;
  @To(() => ConferenceSession, 'sessionId') session?: Linked<ConferenceSession>;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Invitation, 'insteadOfId') insteadOf?: Linked<Invitation>;
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
}
