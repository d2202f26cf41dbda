import { Code, codes, Count, Fact, Id, Line, ManyCodes, ManyRefs, Moment, Ref, Table, To, type Linked } from '../../graphql/columns.js';
import type { Row } from '../../database/work.js';
import { STATUTE_NAMES } from '../../permissions/bases.js';
import { AGENDA_SOURCES, CADENCES, MATTERS, MEETING_SUBJECTS } from '../../permissions/meeting-kinds.js';
import { Profession } from '../people/posting.entity.js';
import { Staff } from '../people/staff.entity.js';

export const MeetingSubject = codes('MeetingSubject', MEETING_SUBJECTS);
export const Cadence = codes('Cadence', CADENCES);
export const Matter = codes('Matter', MATTERS);
export const AgendaSource = codes('AgendaSource', AGENDA_SOURCES);
export const MeetingStatute = codes('MeetingStatute', STATUTE_NAMES);

@Table(
  'meeting_kind',
  'A kind of meeting (会議の種別) as it stands from a day on: what it is about, its ground in law, who has to come, and what it may decide.',
)
export class MeetingKind implements Row {
  @Id() id: string;
  /** The short name under which it stays the same when it is changed. */
  @Line({ responsible: true }) code: string;
  @Line() nameJa: string;
  @Line() nameEn: string;
  /** The municipality, programme or statute that it comes from. */
  @Line() source: string;
  @Code(MeetingSubject) subject: keyof typeof MeetingSubject;
  /** A case comes to it only with the client's consent. */
  @Fact() needsConsent: boolean;
  /** The statute under which its members may speak without consent: what is said stays among those invited. */
  @Code(MeetingStatute, { nullable: true }) statute: keyof typeof MeetingStatute | null;
  /** Promised so many times … */
  @Count({ nullable: true }) cadenceTimes: number | null;
  /** … in each of these. */
  @Code(Cadence, { nullable: true }) cadencePer: keyof typeof Cadence | null;
  @ManyCodes(Profession) mandatoryProfessions: (keyof typeof Profession)[];
  @ManyRefs() mandatoryAgencyIds: string[];
  /** What it cannot decide while a mandatory member is missing. */
  @ManyCodes(Matter) needsMandatory: (keyof typeof Matter)[];
  @ManyCodes(Matter) decides: (keyof typeof Matter)[];
  /** What its chair is called: 座長, 会長, 委員長. */
  @Line() chairTitle: string;
  /** As what its chair has to be posted; anyone where it is empty. */
  @ManyCodes(Profession) chairProfessions: (keyof typeof Profession)[];
  @ManyCodes(Profession) recorderProfessions: (keyof typeof Profession)[];
  /** How many in a hundred of those invited have to be there for a decision. */
  @Count({ nullable: true }) quorumPercent: number | null;
  /** What fills its agenda by itself, beside what is unfinished. */
  @Code(AgendaSource) brings: keyof typeof AgendaSource;
  /** Whether what people put forward waits until the chair or the key person takes it on. */
  @Fact() takesProposals: boolean;
  /** For how many years what it leaves is kept. */
  @Count() retentionYears: number;
  /** Who set it; `null` for what ships. */
  @Ref({ nullable: true, responsible: true }) staffId: string | null;
  @Line({ nullable: true }) reason: string | null;
  @Moment({ responsible: true }) since: Date;
  @Moment({ nullable: true, responsible: true }) until: Date | null;
  @Count() version: number;
  @To(() => Staff, 'staffId') setBy?: Linked<Staff>;
}
