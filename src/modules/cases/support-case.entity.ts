import { Code, codes, Count, Id, Line, Many, Moment, One, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { Appointment } from '../appointments/appointment.entity.js';
import { Conference } from '../conference/conference.entity.js';
import { ConferenceSession } from '../conference/conference-session.entity.js';
import { Decision } from '../conference/decision.entity.js';
import { Issue } from '../conference/issue.entity.js';
import { RoleAllocation } from '../conference/role-allocation.entity.js';
import { Agency } from '../people/agency.entity.js';
import { AddressShield } from '../safety/address-shield.entity.js';
import { ConflictOfInterest } from '../safety/conflict-of-interest.entity.js';
import { OtherParty } from '../safety/other-party.entity.js';
import { Postponement } from '../tasks/postponement.entity.js';
import { Task } from '../tasks/task.entity.js';
import { Category } from './category.js';
import { Household } from './household.entity.js';
import { KeyPersonHandover } from './key-person-handover.entity.js';
import { KeyPersonTerm } from './key-person-term.entity.js';
import { Note } from './note.entity.js';
import { Record } from './record.entity.js';
import { Seat } from './seat.entity.js';

export const CaseStatus = codes('CaseStatus', ['OPEN', 'CLOSED']);

@Table('support_case', 'A case (ケース): one household in difficulty, and the people of several agencies who act for it.')
export class SupportCase implements Row {
  @Id() id: string;
  @Line() number: string;
  @Ref() householdId: string;
  @Code(Category) category: Category;
  @Line() headline: string;
  @Ref({ responsible: true }) leadAgencyId: string;
  @Code(CaseStatus, { responsible: true }) status: keyof typeof CaseStatus;
  @Moment() openedAt: Date;
  @Moment({ nullable: true }) closedAt: Date | null;
  @Ref({ nullable: true }) closingReasonId: string | null;
  @Count() version: number;
  @To(() => Household, 'householdId') household?: Linked<Household>;
  @To(() => Agency, 'leadAgencyId') leadAgency?: Linked<Agency>;
  @To(() => Note, 'closingReasonId') closingReason?: Linked<Note>;
  @One(() => KeyPersonTerm, 'caseId', { until: null }) keyPerson?: Linked<KeyPersonTerm>;
  @Many(() => KeyPersonTerm, 'caseId', ['-since']) keyPersonTerms?: KeyPersonTerm[];
  @One(() => KeyPersonHandover, 'caseId', { status: 'OFFERED' }) openHandover?: Linked<KeyPersonHandover>;
  @One(() => AddressShield, 'caseId', { until: null }) shield?: Linked<AddressShield>;
  @Many(() => OtherParty, 'caseId', ['since', 'id']) otherParties?: OtherParty[];
  @Many(() => ConflictOfInterest, 'caseId', ['noticedAt', 'id']) conflictsOfInterest?: ConflictOfInterest[];
  @Many(() => Seat, 'caseId', ['since', 'id'], { until: null }) seats?: Seat[];
  @Many(() => Seat, 'caseId', ['since', 'id']) allSeats?: Seat[];
  @Many(() => Record, 'caseId', ['-happenedOn', '-writtenAt']) records?: Record[];
  @Many(() => Task, 'caseId', ['dueOn', 'id']) tasks?: Task[];
  @Many(() => Task, 'caseId', ['dueOn', 'id'], { status: { $in: ['OFFERED', 'ACCEPTED', 'IN_PROGRESS'] } }) openTasks?: Task[];
  @Many(() => Postponement, 'caseId', ['-requestedAt']) postponements?: Postponement[];
  @Many(() => Issue, 'caseId', ['namedAt', 'id']) issues?: Issue[];
  @Many(() => RoleAllocation, 'caseId', ['since', 'id'], { until: null }) roles?: RoleAllocation[];
  @Many(() => Decision, 'caseId', ['-decidedAt']) decisions?: Decision[];
  @Many(() => Appointment, 'caseId', ['startsAt', 'id']) appointments?: Appointment[];
  @One(() => Conference, 'caseId') conference?: Linked<Conference>;
  @Many(() => ConferenceSession, 'caseId', ['-startsAt']) sessions?: ConferenceSession[];
}
