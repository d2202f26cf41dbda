import { Code, codes, Count, Id, Line, Many, ManyCodes, Moment, One, Ref, Table, Text, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Category, InformationCategory } from '../cases/category.js';
import { Note } from '../cases/note.entity.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { SupportCase } from '../cases/support-case.entity.js';
import { MeetingKind } from '../meetings/meeting-kind.entity.js';
import { MeetingSeries } from '../meetings/meeting-series.entity.js';
import { PlannedSession } from '../meetings/planned-session.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { AgendaItem } from './agenda-item.entity.js';
import { Decision } from './decision.entity.js';
import { Invitation } from './invitation.entity.js';
import { Issue } from './issue.entity.js';
import { Minutes } from './minutes.entity.js';
import { RoleAllocation } from './role-allocation.entity.js';
import { Statement } from './statement.entity.js';

export const SessionStatus = codes('SessionStatus', ['CONVENED', 'OPEN', 'CLOSED', 'CANCELLED']);

@Table(
  'conference_session',
  'One meeting, about one case or of a series over a caseload: convened, opened, closed when every item has an outcome.',
)
export class ConferenceSession implements Row {
  @Id() id: string;
  /** The case that it is about; `null` for one of a series. */
  @Ref({ nullable: true }) caseId: string | null;
  @Ref({ nullable: true }) seriesId: string | null;
  @Code(Category) category: Category;
  @Ref({ nullable: true }) conferenceId: string | null;
  @Count() number: number;
  @Text() reason: string;
  @Line() place: string;
  @Moment({ responsible: true }) startsAt: Date;
  @Moment() endsAt: Date;
  @Code(SessionStatus, { responsible: true }) status: keyof typeof SessionStatus;
  /** Who convened it. */
  @Ref({ responsible: true }) staffId: string;
  @Ref({ responsible: true }) agencyId: string;
  @Moment({ nullable: true }) openedAt: Date | null;
  @Moment({ nullable: true }) closedAt: Date | null;
  @Ref({ nullable: true }) reasonId: string | null;
  /** The code of its kind. */
  @Line() kind: string;
  /** The kind as it stood when it was convened. */
  @Ref() kindId: string;
  /** What its statute lets its members speak of; none where each agency needs a basis of its own. */
  @ManyCodes(InformationCategory) covers: InformationCategory[];
  @Ref({ nullable: true }) confinedTo: string | null;
  @Count() version: number;
  @To(() => SupportCase, 'caseId') case?: Linked<SupportCase>;
  @To(() => MeetingSeries, 'seriesId') series?: Linked<MeetingSeries>;
  @To(() => MeetingKind, 'kindId') meetingKind?: Linked<MeetingKind>;
  @To(() => Staff, 'staffId') convenedBy?: Linked<Staff>;
  @To(() => Agency, 'agencyId') agency?: Linked<Agency>;
  @To(() => Note, 'reasonId') cancellation?: Linked<Note>;
  @Many(() => Invitation, 'sessionId', ['id']) invitations?: Invitation[];
  @Many(() => AgendaItem, 'sessionId', ['rank', 'addedAt', 'id']) agenda?: AgendaItem[];
  @Many(() => Statement, 'sessionId', ['statedAt', 'id']) statements?: Statement[];
  @Many(() => Issue, 'sessionId', ['namedAt', 'id']) issues?: Issue[];
  @Many(() => RoleAllocation, 'sessionId', ['since', 'id']) roles?: RoleAllocation[];
  @Many(() => Decision, 'sessionId', ['decidedAt', 'id']) decisions?: Decision[];
  /** The papers (会議資料). */
  @Many(() => Attachment, 'sessionId', ['attachedAt', 'id']) attachments?: Attachment[];
  /** As what it was planned, where it was. */
  @One(() => PlannedSession, 'sessionId') planned?: Linked<PlannedSession>;
  @One(() => Minutes, 'sessionId') minutes?: Linked<Minutes>;
}
