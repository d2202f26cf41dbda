import { Code, codes, Count, Day, Fact, Id, Line, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Note } from '../cases/note.entity.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { MeetingSeries } from './meeting-series.entity.js';

export const PlannedStatus = codes('PlannedStatus', ['PLANNED', 'CONVENED', 'CANCELLED', 'REPLACED']);

@Table(
  'planned_session',
  'A meeting of a series to come: of its recurrence or beside it (随時), moved or called off with a reason, convened in its time.',
)
export class PlannedSession implements Row {
  @Id() id: string;
  @Ref() seriesId: string;
  /** `null` for one that is held beside the recurrence. */
  @Ref({ nullable: true }) recurrenceId: string | null;
  /** The day that the rule names: it stays when the session is moved. */
  @Day({ nullable: true }) plannedOn: string | null;
  @Moment({ responsible: true }) startsAt: Date;
  @Moment({ responsible: true }) endsAt: Date;
  @Line() place: string;
  @Code(PlannedStatus, { responsible: true }) status: keyof typeof PlannedStatus;
  /** Somebody moved it, called it off or added it: a change of the recurrence leaves it alone. */
  @Fact() isTouched: boolean;
  @Ref({ nullable: true }) reasonId: string | null;
  @Ref({ nullable: true }) sessionId: string | null;
  @Count() version: number;
  @To(() => MeetingSeries, 'seriesId') series?: Linked<MeetingSeries>;
  @To(() => ConferenceSession, 'sessionId') session?: Linked<ConferenceSession>;
  @To(() => Note, 'reasonId') reason?: Linked<Note>;
}
