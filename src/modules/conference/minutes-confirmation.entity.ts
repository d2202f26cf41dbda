import { Code, codes, Count, Id, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { Staff } from '../people/staff.entity.js';
import { ConferenceSession } from './conference-session.entity.js';

export const ConfirmationStatus = codes('ConfirmationStatus', ['ASKED', 'CONFIRMED', 'DISPUTED']);

@Table('minutes_confirmation', 'Each attendee confirms the minutes, or says what is wrong with them.')
export class MinutesConfirmation implements Row {
  @Id() id: string;
  @Ref({ nullable: true }) caseId: string | null;
  @Ref({ nullable: true }) seriesId: string | null;
  @Code(Category) category: Category;
  @Ref() sessionId: string;
  @Ref() minutesId: string;
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Code(ConfirmationStatus, { responsible: true }) status: keyof typeof ConfirmationStatus;
  @Ref({ nullable: true }) reasonId: string | null;
  @Moment({ nullable: true }) answeredAt: Date | null;
  /** The session, held without consent, among whose members this stays. */
  @Ref({ nullable: true }) confinedTo: string | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') staff?: Linked<Staff>;
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
  @To(() => ConferenceSession, 'sessionId') session?: Linked<ConferenceSession>;
}
