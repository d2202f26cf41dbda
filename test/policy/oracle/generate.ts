import { Chance } from './chance.js';
import { ALL, Content } from './content.js';
import { makeAccesses } from './accesses.js';
import { makeAgreements } from './agreed.js';
import { makeCase } from './family.js';
import { makeTime } from './time.js';
import { makeSeries } from './series.js';
import { DAY_MS, makeCells, makeTown, type Town } from './town.js';
import { SIGN_IN_RULES, STILL_THERE, waysIn } from './ways-in.js';
import { dayOf, type Case, type Row, type World } from './world.js';

export interface Size {
  readonly people: number;
  readonly cases: number;
}

/** The columns that the product seals into every entry about a row: who answers for it and until when. */
const SEALED =
  'staffId agencyId fromStaffId leadAgencyId status ownerKind dueOn since until profession startsAt taskId fromDueOn toDueOn outcome attendance'.split(
    ' ',
  );

const KINDS: Readonly<Record<string, string>> = {
  Agency: 'agency.added',
  Staff: 'staff.added',
  Session: 'session.started',
  SecondFactor: 'second-factor.added',
  ApiToken: 'api-token.issued',
  SignInRule: 'sign-in-rule.changed',
  InboxCursor: 'inbox.seen',
  NeedToKnowCell: 'need-to-know.changed',
  SupportCase: 'case.opened',
  HouseholdMember: 'household.member-added',
  Schooling: 'household.child-enrolled',
  Seat: 'seat.given',
  KeyPersonTerm: 'key-person.began',
  KeyPersonHandover: 'handover.offered',
  Consent: 'consent.recorded',
  Basis: 'basis.recorded',
  BasisEnd: 'basis.ended',
  Record: 'record.written',
  Attachment: 'attachment.added',
  Conference: 'conference.started',
  ConferenceSession: 'session.convened',
  Invitation: 'invitation.sent',
  AgendaItem: 'agenda.item-added',
  Statement: 'statement.made',
  Issue: 'issue.named',
  RoleAllocation: 'role.allocated',
  Decision: 'decision.taken',
  Minutes: 'minutes.drafted',
  MinutesConfirmation: 'minutes.confirmation-asked',
  Task: 'task.offered',
  Postponement: 'postponement.requested',
  ContactDetail: 'contact.added',
  AddressShield: 'address.shielded',
  OtherParty: 'other-party.named',
  ConflictOfInterest: 'conflict.noticed',
  ExtraordinaryAccess: 'access.begun',
  MeetingKind: 'meeting-kind.added',
  MeetingSeries: 'series.started',
  SeriesMember: 'series.member-added',
  CaseloadEntry: 'caseload.case-placed',
  MinutesCorrection: 'minutes.corrected',
  SupportPlan: 'plan.drafted',
  PlanStep: 'plan.step-planned',
  PlanReview: 'plan.reviewed',
  PriorityTerm: 'priority.changed',
  Appointment: 'appointment.made',
  WorkingWeek: 'working-week.set',
  Absence: 'absence.reported',
  Recurrence: 'recurrence.set',
  PlannedSession: 'planned-session.added',
  CalendarFeed: 'calendar-feed.opened',
  MailChoice: 'mail.chosen',
};

/** A world: the same for the same seed and size, wherever and whenever it is made. */
export function makeWorld(seed: number, size: Size): World {
  const chance = new Chance(seed);
  // Any instant is as good as another; this one is shortly before and after midnight in Japan, turn by turn.
  const now = new Date(Date.UTC(2027, seed % 12, 1 + (seed % 28), seed % 2 ? 14 : 15, 30));
  const town = makeTown(chance, now, size.people);
  const cells = makeCells(chance, now);
  const cases = makeCases(chance, now, town, size.cases);
  const found = [...directory(chance, now, town, cells), ...cases.flatMap((one, at) => new Content(chance, now, one).fill(`C-${at + 1}`))];
  const all = [
    ...found,
    ...households(chance, now, cases),
    ...makeAccesses(chance, now, town, cases),
    ...makeSeries(chance, now, town, cases),
    ...cases.flatMap((one) => makeAgreements(chance, now, one)),
  ];
  all.push(
    ...makeTime(
      chance,
      now,
      town,
      all.filter(({ type }) => type === 'MeetingSeries'),
    ),
  );
  const ofMembers = all.filter(({ type }) => type === 'Consent' || type === 'AddressShield');
  for (const row of ofMembers) Object.assign(row, { memberId: subjectOf(chance, all, cases, row) });
  const trail = all.filter(({ type }) => type in KINDS).map((row) => entry(chance, now, town, cases, row));
  const numbered = trail.map((row, at): Row => ({ ...row, id: String(at + 1), seq: at + 1 }));
  // The last of them changes what somebody sees, so that the sight of those around it is looked at anew.
  const changing = trail.filter(({ kind }) => kind === 'seat.given');
  const later = [...chance.few(trail, size.cases * 6), chance.one(changing)].map((row, at): Row => {
    const seq = trail.length + at + 1;
    return { ...row, id: String(seq), seq, commandId: chance.id() };
  });
  return {
    seed,
    now,
    agencies: town.agencies,
    people: town.people,
    cases,
    cells,
    rows: Map.groupBy([...all, ...numbered], ({ type }) => type),
    later,
  };
}

/** Every third case stands beside an earlier, closed one of the same household. */
function makeCases(chance: Chance, now: Date, town: Town, count: number) {
  const cases: (Case & { isOpen: boolean })[] = [];
  for (let at = 0; at < count; at++) {
    const again = at % 3 === 2 ? cases[at - 1] : undefined;
    cases.push(makeCase(chance, now, town, again?.householdId ?? chance.id(), at % 3 !== 1));
  }
  return cases;
}

function directory(chance: Chance, now: Date, town: Town, cells: World['cells']): Row[] {
  const later = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const people = town.people.flatMap(({ id: staffId, name, postings }): Row[] => [
    { type: 'Staff', id: staffId, name, kana: 'かな', isService: false },
    { type: 'Account', id: chance.id(), staffId, login: staffId, passwordHash: 'x', recoveryHashes: [] },
    {
      type: 'Session',
      id: chance.id(),
      staffId,
      startedAt: later(-1),
      expiresAt: later(400),
      endedAt: null,
      ...STILL_THERE,
      lastSeenAt: later(0),
    },
    ...waysIn(staffId, later(-1), later(400)),
    { type: 'InboxCursor', id: chance.id(), staffId, seq: 1 + chance.below(40) },
    ...postings.map((posting): Row => ({
      type: 'Posting',
      id: chance.id(),
      staffId,
      homeAgencyId: chance.one(town.agencies).id,
      ...posting,
    })),
  ]);
  const opened = { kind: 'DEPARTMENT', openedOn: '2000-04-01', closedOn: null };
  const agencies = town.agencies.map((agency, at): Row => ({ type: 'Agency', name: `機関${at + 1}`, ...opened, ...agency }));
  const set = cells.map((cell): Row => ({
    type: 'NeedToKnowCell',
    id: chance.id(),
    reason: 'x',
    staffId: chance.one(town.people).id,
    ...cell,
  }));
  return [...agencies, ...people, ...set, ...SIGN_IN_RULES];
}

/** A household has members and schools in every category; the trail tells of them on one of its cases. */
function households(chance: Chance, now: Date, cases: readonly Case[]): Row[] {
  return [...new Set(cases.map(({ householdId }) => householdId))].flatMap((householdId) => {
    const members = ALL.map((category, at): Row => {
      const relation = at === 0 ? 'SUBJECT' : 'CHILD';
      return { type: 'HouseholdMember', id: chance.id(), householdId, category, relation, name: 'x', kana: 'かな', bornOn: '2015-04-01' };
    });
    const since = dayOf(now);
    const schools = ALL.map((category): Row => {
      const memberId = chance.one(members).id;
      return { type: 'Schooling', id: chance.id(), householdId, memberId, category, kind: 'OTHER', schoolName: 'x', since, until: null };
    });
    const contacts = ['IDENTITY', 'SAFETY'].flatMap((category) =>
      [null, since].map((until): Row => {
        const memberId = chance.one(members).id;
        return {
          type: 'ContactDetail',
          id: chance.id(),
          householdId,
          memberId,
          category,
          kind: 'PHONE',
          value: '0422-00-0000',
          since,
          until,
        };
      }),
    );
    return [{ type: 'Household', id: householdId }, ...members, ...schools, ...contacts];
  });
}

/** Someone of the household: which of them it is, its category says. */
function subjectOf(chance: Chance, all: readonly Row[], cases: readonly Case[], { caseId }: Row): string {
  const { householdId } = cases.find(({ id }) => id === caseId)!;
  return chance.one(all.filter((row) => row.type === 'HouseholdMember' && row.householdId === householdId)).id;
}

/** An entry about a row, by anyone, addressed to anyone. */
function entry(chance: Chance, now: Date, town: Town, cases: readonly Case[], row: Row): Row {
  return {
    type: 'TrailEntry',
    id: '',
    kind: kindOf(chance, row),
    confinedTo: row.confinedTo ?? null,
    caseId: caseOf(chance, cases, row),
    seriesId: row.type === 'MeetingSeries' ? row.id : (row.seriesId ?? null),
    sessionId: row.type === 'ConferenceSession' ? row.id : (row.sessionId ?? null),
    category: row.category ?? 'COORDINATION',
    aboutType: row.type,
    aboutId: row.id,
    actorId: chance.often(0.1) ? null : row.type === 'Session' ? row.staffId : chance.one(town.people).id,
    to: [...chance.few(town.people, 3), ...chance.few(town.agencies, 2)].map(({ id }) => id),
    at: new Date(now.getTime() - DAY_MS),
    commandId: chance.id(),
    state: Object.fromEntries(SEALED.filter((name) => name in row).map((name) => [name, row[name]])),
  };
}

function kindOf(chance: Chance, row: Row): string {
  if (row.type === 'SupportCase' && row.status === 'CLOSED') return 'case.closed';
  if (row.type === 'OtherParty' && chance.often(0.5)) return 'other-party.came-elsewhere';
  return KINDS[row.type]!;
}

/** What is of a household is told on one of its cases. */
function caseOf(chance: Chance, cases: readonly Case[], row: Row): string | null {
  if (row.type === 'SupportCase') return row.id;
  const ofHousehold = cases.filter(({ householdId }) => householdId === row.householdId);
  return row.caseId ?? (row.householdId ? chance.one(ofHousehold).id : null);
}
