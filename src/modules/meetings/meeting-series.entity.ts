import { Count, Id, Line, Many, Moment, One, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { Agency } from '../people/agency.entity.js';
import { Staff } from '../people/staff.entity.js';
import { CaseloadEntry } from './caseload-entry.entity.js';
import { MeetingKind } from './meeting-kind.entity.js';
import { SeriesTarget } from './series-target.entity.js';
import { PlannedSession } from './planned-session.entity.js';
import { Recurrence } from './recurrence.entity.js';
import { SeriesMember } from './series-member.entity.js';

@Table('meeting_series', 'A series of meetings (定例会議) of one kind over a caseload: its host, its members, its sessions.')
export class MeetingSeries implements Row {
  @Id() id: string;
  @Ref() kindId: string;
  /** The agency that hosts it; its managers answer for it. */
  @Ref({ responsible: true }) agencyId: string;
  @Line() name: string;
  /** Where it meets unless a session says otherwise: it may be a room of another agency. */
  @Line() place: string;
  @Ref() startedById: string;
  @Moment({ responsible: true }) since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Count() version: number;
  @To(() => MeetingKind, 'kindId') kind?: Linked<MeetingKind>;
  @To(() => Agency, 'agencyId') host?: Linked<Agency>;
  @To(() => Staff, 'startedById') startedBy?: Linked<Staff>;
  @Many(() => SeriesMember, 'seriesId', ['part', 'since', 'id'], { until: null }) members?: SeriesMember[];
  @Many(() => SeriesMember, 'seriesId', ['since', 'id']) allMembers?: SeriesMember[];
  @Many(() => CaseloadEntry, 'seriesId', ['since', 'id'], { until: null }) caseload?: CaseloadEntry[];
  @Many(() => SeriesTarget, 'seriesId', ['-fiscalYear', 'setAt', 'id']) targets?: SeriesTarget[];
  @One(() => Recurrence, 'seriesId', { until: null }) recurrence?: Linked<Recurrence>;
  @Many(() => PlannedSession, 'seriesId', ['startsAt', 'id'], { status: 'PLANNED' }) planned?: PlannedSession[];
  /** With those that were moved, called off, replaced or convened. */
  @Many(() => PlannedSession, 'seriesId', ['startsAt', 'id']) everPlanned?: PlannedSession[];
  @Many(() => ConferenceSession, 'seriesId', ['-startsAt']) sessions?: ConferenceSession[];
  @Many(() => ConferenceSession, 'seriesId', ['startsAt'], { status: { $in: ['CONVENED', 'OPEN'] } }) sessionsAhead?: ConferenceSession[];
}
