import { Code, Count, Id, Line, Many, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category } from '../cases/category.js';
import { Staff } from '../people/staff.entity.js';
import { ConferenceSession } from './conference-session.entity.js';
import { MinutesCorrection } from './minutes-correction.entity.js';
import { MinutesConfirmation } from './minutes-confirmation.entity.js';

@Table(
  'minutes',
  'The minutes of a closed session (会議録): a reading of what happened in it, for each reader what they may see, and its confirmations.',
)
export class Minutes implements Row {
  @Id() id: string;
  @Ref({ nullable: true }) caseId: string | null;
  @Ref({ nullable: true }) seriesId: string | null;
  @Code(Category) category: Category;
  @Ref() sessionId: string;
  @Ref() agencyId: string;
  @Ref() staffId: string;
  /** The trail's head when the session closed. */
  @Count() headSeq: number;
  @Line() headHash: string;
  @Moment() draftedAt: Date;
  /** The session, held without consent, among whose members this stays. */
  @Ref({ nullable: true }) confinedTo: string | null;
  @Count() version: number;
  @To(() => ConferenceSession, 'sessionId') session?: Linked<ConferenceSession>;
  @To(() => Staff, 'staffId') draftedBy?: Linked<Staff>;
  @Many(() => MinutesCorrection, 'minutesId', ['correctedAt', 'id']) corrections?: MinutesCorrection[];
  @Many(() => MinutesConfirmation, 'minutesId', ['id']) confirmations?: MinutesConfirmation[];
}
