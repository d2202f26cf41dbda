import type { Sentence } from '../refusal.js';
import type { SubjectName } from './subjects.js';

const who = (ja: string, en: string): Sentence => ({ ja, en });

const KEY_PERSON = who('キーパーソン', 'the key person');
const MEMBER = who('このケースの担当者で、その情報区分が業務に必要な人', 'people on the case whose work needs this category');
const WRITER = who('このケースの担当者で、その情報区分に書き込める人', 'people on the case who may write in this category');
const LEADS = who('キーパーソンと、定例会議では座長・記録者', 'the key person, and in a series its chair and recorder');
const HOSTS = who('座長・記録者と、主催する機関の管理者', 'the chair, the recorder, and managers of the host agency');
const OFFICER = who('個人情報保護担当', 'information officers');
const KEEPS = who('個人情報保護担当と、このケースを管理する管理者', 'information officers and managers who oversee the case');
const SELF = who('本人', 'the person concerned');
const ADMINISTRATOR = who('システム管理者', 'system administrators');
const SELF_OR_ADMINISTRATOR = who('本人とシステム管理者', 'the person concerned and system administrators');
const SHARER = who('キーパーソンと、このケースを管理する管理者', 'the key person and managers who oversee the case');
const SELF_OR_MANAGER = who(
  '本人、その機関の管理者、システム管理者',
  'the person concerned, managers of the agency, and system administrators',
);
const KEY_PERSON_OR_MANAGER = who('キーパーソンと、担当機関の管理者', 'the key person and managers of the agency concerned');

/**
 * Every action beside `read`, and who may do it, in words. `rules.ts` says the same as conditions;
 * this table is what a refusal and a disabled button show.
 */
export const ACTIONS = {
  Agency: { administer: ADMINISTRATOR },
  Staff: { administer: ADMINISTRATOR },
  Posting: { administer: ADMINISTRATOR },
  Account: { change: SELF, administer: ADMINISTRATOR },
  Session: { end: SELF_OR_ADMINISTRATOR },
  SecondFactor: { add: SELF, end: SELF_OR_ADMINISTRATOR },
  SignInRule: { change: ADMINISTRATOR },
  ApiToken: { issue: SELF, revoke: SELF_OR_ADMINISTRATOR, administer: ADMINISTRATOR },
  InboxCursor: { move: SELF },
  LedgerTransfer: { transfer: who('運用担当者のコマンド', 'the command of whoever runs the system') },
  OfficeCalendar: { administer: ADMINISTRATOR },
  ClosingDay: { administer: ADMINISTRATOR },
  WorkingWeek: { arrange: SELF_OR_MANAGER },
  Absence: { report: SELF_OR_MANAGER },
  CalendarFeed: { open: SELF, revoke: SELF },
  MailChoice: { choose: SELF },
  SupportCase: {
    open: who('相談を受ける職種の職員', 'staff whose profession receives clients'),
    revise: KEY_PERSON,
    close: KEY_PERSON,
    convene: KEY_PERSON,
  },
  Household: { revise: KEY_PERSON },
  Seat: {
    give: KEY_PERSON,
    end: who('キーパーソン、席の本人、その機関の管理者', 'the key person, the holder, and managers of the agency'),
  },
  KeyPersonHandover: {
    offer: SHARER,
    answer: who('引き継ぎを依頼された人', 'the person it was offered to'),
    withdraw: who('引き継ぎを申し出た人', 'the person who offered it'),
  },
  ContactDetail: {
    add: who(
      'このケースの担当者で、連絡先またはDV・虐待の情報に記入できる人',
      'people on the case who may write contact data, or of violence and abuse while the household is shielded',
    ),
    end: WRITER,
  },
  AddressShield: {
    shield: who(
      'キーパーソンと、DV・虐待の情報に記入できる担当者',
      'the key person and people on the case who may write of violence and abuse',
    ),
    end: SHARER,
    lift: who(
      '解除を申し出た本人以外のキーパーソンまたは管理者',
      'the key person or an overseeing manager, other than the one who asked for its end',
    ),
  },
  OtherParty: { write: WRITER },
  ConflictOfInterest: { waive: KEY_PERSON },
  Consent: { record: SHARER, withdraw: SHARER },
  Basis: { record: SHARER, end: SHARER },
  ExtraordinaryAccess: {
    breakGlass: who('自治体の中でケースを担う職種の職員', 'staff inside the municipality whose profession works on cases'),
    lookInto: who('このケースを管理する管理者', 'managers who oversee the case'),
    end: who('閲覧している本人とキーパーソン', 'the person who looks and the key person'),
    review: who('閲覧した本人以外のキーパーソンまたは管理者', 'the key person or an overseeing manager other than the person who looked'),
  },
  RetentionPeriod: { change: OFFICER },
  Disposal: {
    propose: OFFICER,
    carryOut: who(
      '提案した本人以外の個人情報保護担当、またはこのケースを管理する管理者',
      'information officers and managers who oversee the case, other than the one who proposed it',
    ),
    withdraw: KEEPS,
  },
  DisposalHold: { place: KEEPS, lift: KEEPS },
  SubjectExport: { write: OFFICER },
  AccessEntry: { oversee: SHARER },
  TrailEntry: { examine: who('管理者、システム管理者、個人情報保護担当', 'managers, system administrators and information officers') },
  NeedToKnowCell: { change: OFFICER },
  Record: { write: WRITER },
  Statement: { write: WRITER },
  MeetingKind: { change: OFFICER },
  MeetingSeries: {
    start: who('主催する機関の職員と管理者', 'staff and managers of the host agency'),
    administer: HOSTS,
    convene: HOSTS,
  },
  SeriesTarget: { set: HOSTS, report: who('この定例会議の参加者', 'people who take part in the series') },
  CaseloadEntry: { place: who('このケースの担当者', 'people on the case'), takeOff: LEADS },
  ConferenceSession: { run: LEADS },
  Invitation: { answer: who('招待された本人', 'the person invited'), mark: LEADS },
  AgendaItem: { add: MEMBER, settle: LEADS },
  MinutesCorrection: { write: WRITER },
  Appointment: { make: MEMBER, settle: who('会う職員と、キーパーソン', 'whoever is to meet the client, and the key person') },
  Attachment: { attach: WRITER, withdraw: who('添付した人とキーパーソン', 'whoever attached it, and the key person') },
  SupportPlan: { draft: WRITER, change: who('プランを作成した人とキーパーソン', 'whoever drafted the plan, and the key person') },
  PriorityTerm: { change: KEY_PERSON },
  Issue: {
    name: MEMBER,
    assign: KEY_PERSON,
    resolve: who('キーパーソンと担当機関の担当者', 'the key person and people of the responsible agency'),
  },
  RoleAllocation: { allocate: KEY_PERSON },
  Decision: { take: MEMBER },
  MinutesConfirmation: { answer: who('出席した本人', 'the person who attended') },
  Task: {
    offer: MEMBER,
    answer: who('依頼された人、または依頼された機関の担当者', 'the person, or people of the agency, it was offered to'),
    carry: who('担当者、または支援対象者の対応を見守る機関の担当者', 'its owner, or people of the agency that follows up with the client'),
    reassign: KEY_PERSON_OR_MANAGER,
    withdraw: who('キーパーソンと、依頼した人', 'the key person and whoever offered it'),
  },
  Postponement: {
    approve: who('依頼した本人以外のキーパーソンまたは管理者', 'the key person or an overseeing manager, other than the one who asks'),
  },
} as const satisfies Partial<Record<SubjectName, Record<string, Sentence>>>;

type ActionOf<S> = S extends keyof typeof ACTIONS ? keyof (typeof ACTIONS)[S] : never;
export type Action = 'read' | { [S in keyof typeof ACTIONS]: ActionOf<S> }[keyof typeof ACTIONS];

/** Why an action is refused to someone who may see the row. */
export function denial(action: Action, subject: SubjectName): Sentence {
  const allowed = (ACTIONS as Partial<Record<string, Partial<Record<string, Sentence>>>>)[subject]?.[action];
  return allowed
    ? { ja: `これができるのは${allowed.ja}だけです。`, en: `Only ${allowed.en} may do this.` }
    : { ja: 'この操作はできません。', en: 'This cannot be done.' };
}
