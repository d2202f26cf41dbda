import type { Chance } from './chance.js';
import { CATEGORIES, DAY_MS } from './town.js';
import { dayOf, type Case, type Row } from './world.js';

const COORDINATION = 'COORDINATION';
export const ALL = [COORDINATION, ...CATEGORIES];
/** Under a statute its members speak of what it covers; the worlds let it cover anything. */
const STATUTORY = { kind: 'SUPPORT_MEETING' };
/** A session about a case under consent confines nothing. */
const CONSENTED = { kind: 'CASE_CONFERENCE', covers: [], confinedTo: null };

/** Everything that a case holds, in every category, each row with links to rows of other categories where the product has such links. */
export class Content {
  constructor(chance: Chance, now: Date, of: Case & { isOpen: boolean }) {
    this.chance = chance;
    this.now = now;
    this.case = of;
  }

  readonly rows: Row[] = [];
  private readonly chance: Chance;
  private readonly now: Date;
  private readonly case: Case & { isOpen: boolean };

  /** Adds every row of the case itself; `number` is what people call it. */
  fill(number: string): Row[] {
    const reason = this.note(COORDINATION, 'REASON');
    const { id, householdId, leadAgencyId, isOpen } = this.case;
    const closed = { status: 'CLOSED', closedAt: this.at(-1), closingReasonId: reason.id };
    const status = isOpen ? { status: 'OPEN', closedAt: null, closingReasonId: reason.id } : closed;
    const category = COORDINATION;
    this.rows.push({
      type: 'SupportCase',
      id,
      householdId,
      category,
      number,
      headline: 'x',
      leadAgencyId,
      openedAt: this.at(-99),
      ...status,
    });
    this.people();
    this.bases();
    const sessions = this.sessions();
    const tasks = ALL.map((about) => this.task(about));
    const issues = ALL.map((about) => this.issue(about, this.chance.one(sessions)));
    ALL.forEach((about, at) => this.discussed(about, this.chance.one(sessions), tasks.at(at - 1)!, issues.at(at - 2)!));
    ALL.forEach((about, at) => this.written(about, tasks[at]!));
    this.protected(householdId);
    return this.rows;
  }

  private at(days: number): Date {
    return new Date(this.now.getTime() + days * DAY_MS);
  }

  private add(type: string, category: string, columns: object): Row {
    const row: Row = { type, id: this.chance.id(), caseId: this.case.id, category, ...columns };
    this.rows.push(row);
    return row;
  }

  private note(category: string, kind: string, confinedTo: unknown = null): Row {
    const row = this.add('Note', category, { kind, confinedTo, body: '' });
    return Object.assign(row, { body: `語${row.id}` });
  }

  /** Someone of the case, and the agency they stand for. */
  private who(): { staffId: string; agencyId: string } {
    const { staffId, agencyId } = this.chance.one(this.case.seats);
    return { staffId, agencyId };
  }

  private reason(category: string, confinedTo: unknown = null): string {
    return this.note(category, 'REASON', confinedTo).id;
  }

  private people(): void {
    const { seats, terms } = this.case;
    for (const seat of seats) this.add('Seat', COORDINATION, { ...seat, since: this.at(-80) });
    terms.forEach(({ seatId, until }, at) => {
      const { staffId, agencyId } = seats.find(({ id }) => id === seatId)!;
      const since = at === 0 ? this.at(-80) : terms[at - 1]!.until;
      this.add('KeyPersonTerm', COORDINATION, { seatId, staffId, agencyId, since, until });
    });
    for (const status of ['OFFERED', 'DECLINED']) {
      const seat = this.chance.one(seats);
      const told = { reasonId: this.reason(COORDINATION), answerId: status === 'OFFERED' ? null : this.reason(COORDINATION) };
      const who = { fromStaffId: this.who().staffId, staffId: seat.staffId, agencyId: seat.agencyId, seatId: seat.id };
      this.add('KeyPersonHandover', COORDINATION, { ...who, ...told, status, offeredAt: this.at(-3), answeredAt: null });
    }
  }

  /** Permissions by consent and, where nothing else is said, by statute. */
  private bases(): void {
    const consent = { memberId: this.chance.id(), ...this.who(), provision: 'PERMIT', evidence: 'SIGNED_FORM', witnessStaffId: null };
    const given = { purpose: 'SUPPORT_PLAN', givenOn: dayOf(this.at(-40)), untilOn: null, recordedAt: this.at(-40) };
    const { id: consentId } = this.add('Consent', COORDINATION, { ...consent, ...given });
    for (const basis of this.case.bases) {
      const { endedAt, ...agreed } = basis;
      const byConsent = this.chance.often(0.5);
      const ground = byConsent ? { kind: 'CONSENT', consentId } : { kind: 'SW_ACT_106_6', consentId: null };
      const told = { told: byConsent ? 'CONSENTED' : 'NOT_TOLD', toldOn: null, toldHowId: this.reason(COORDINATION) };
      const why = { purpose: 'SUPPORT_PLAN', necessityId: this.reason(COORDINATION), staffId: this.who().staffId };
      const { id: basisId } = this.add('Basis', COORDINATION, { ...agreed, ...ground, ...told, ...why });
      const end = { basisId, agencyId: basis.agencyId, why: 'ENDED', reasonId: this.reason(COORDINATION), staffId: this.who().staffId };
      if (endedAt) this.add('BasisEnd', COORDINATION, { ...end, endedAt });
    }
  }

  /** One that is over, one that is consented to and one under a statute, of which one may be ahead. */
  private sessions(): Row[] {
    const conference = this.add('Conference', COORDINATION, { agencyId: this.case.leadAgencyId, startedAt: this.at(-50) });
    const ahead = this.chance.one(['CONVENED', 'OPEN']);
    const isStatutoryAhead = this.chance.often(0.5);
    const statutory = isStatutoryAhead ? ahead : this.chance.one(['CLOSED', 'CLOSED', 'CANCELLED']);
    return ['CLOSED', isStatutoryAhead ? 'CLOSED' : ahead, statutory].map((status, at) => {
      const id = this.chance.id();
      const isOver = status === 'CLOSED' || status === 'CANCELLED';
      const times = {
        startsAt: this.at(at - 9),
        endsAt: this.at(at - 8),
        openedAt: this.at(at - 9),
        closedAt: isOver ? this.at(-8) : null,
      };
      const ground = at < 2 ? CONSENTED : { ...STATUTORY, covers: this.chance.few(CATEGORIES, 4), confinedTo: id };
      const about = {
        id,
        conferenceId: conference.id,
        number: at + 1,
        reason: 'x',
        place: 'x',
        status,
        kindId: this.case.id,
        ...ground,
        ...this.who(),
        ...times,
      };
      const session = this.add('ConferenceSession', COORDINATION, { ...about, reasonId: this.reason(COORDINATION, ground.confinedTo) });
      this.attendance(session, status === 'CLOSED');
      return session;
    });
  }

  private attendance({ id: sessionId, confinedTo }: Row, isOver: boolean): void {
    const live = this.case.seats.filter(({ until }) => until === null);
    const held = { sessionId, confinedTo };
    const drafted = { ...held, ...this.who(), headSeq: 1, headHash: 'x', draftedAt: this.at(-8) };
    const minutesId = isOver ? this.add('Minutes', COORDINATION, drafted).id : null;
    for (const { id: seatId, staffId, agencyId, profession } of this.chance.some(live, 0.7)) {
      const why = { reasonId: this.reason(COORDINATION, confinedTo), answeredAt: null };
      const answer = { status: this.chance.one(['INVITED', 'ACCEPTED', 'DECLINED']), attendance: isOver ? 'PRESENT' : null };
      this.add('Invitation', COORDINATION, { ...held, seatId, staffId, agencyId, profession, ...answer, ...why });
      const asked = { ...held, minutesId, staffId, agencyId, status: this.chance.one(['ASKED', 'CONFIRMED']) };
      if (minutesId) this.add('MinutesConfirmation', COORDINATION, { ...asked, ...why });
    }
    const part = { sessionId, ...this.who(), role: 'x', since: this.at(-9) };
    for (const until of [null, this.at(-8.5)]) this.add('RoleAllocation', COORDINATION, { ...part, until });
  }

  private task(category: string): Row {
    const ownerKind = this.chance.one(['STAFF', 'STAFF', 'AGENCY', 'CLIENT']);
    const status = this.chance.one(['OFFERED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'DECLINED', 'WITHDRAWN']);
    const { staffId, agencyId } = this.who();
    const isPool = ownerKind === 'CLIENT' || (ownerKind === 'AGENCY' && (status === 'OFFERED' || this.chance.often(0.5)));
    const owner = { ownerKind, staffId: isPool ? null : staffId, agencyId, dueOn: dayOf(this.at(this.chance.one([-3, 0, 9]))) };
    const told = { resultId: this.note(category, 'RESULT').id, reasonId: this.reason(category), decisionId: null };
    const given = { offeredById: this.who().staffId, offeredAt: this.at(-9), answeredAt: null, finishedAt: null };
    const task = this.add('Task', category, { ...owner, status, ...given, ...told, what: '' });
    return Object.assign(task, { what: `事${task.id}` });
  }

  private issue(category: string, { id: sessionId, confinedTo }: Row): Row {
    const { agencyId } = this.who();
    const about = { sessionId, confinedTo, agencyId, agreedAgencyId: agencyId, status: this.chance.one(['OPEN', 'RESOLVED']), what: '' };
    const resultId = this.note(category, 'RESULT', confinedTo).id;
    const issue = this.add('Issue', category, { ...about, namedAt: this.at(-8), resolvedAt: null, resultId });
    return Object.assign(issue, { what: `題${issue.id}` });
  }

  /** What was settled in a session: the decision links to a task and an issue of other categories. */
  private discussed(category: string, { id: sessionId, confinedTo }: Row, task: Row, issue: Row): void {
    const held = { sessionId, confinedTo };
    const settled = { outcome: 'NOTED', outcomeId: this.reason(category, confinedTo), addedAt: this.at(-8) };
    const question = { ...held, agencyId: this.who().agencyId, kind: 'QUESTION', purpose: 'OTHER', fromId: null, because: null };
    const item = this.add('AgendaItem', category, { ...question, ...settled, what: '' });
    Object.assign(item, { what: `議${item.id}` });
    this.file(category, { sessionId, confinedTo });
    const said = this.add('Statement', category, { ...held, ...this.who(), body: '', statedAt: this.at(-8) });
    Object.assign(said, { body: `話${said.id}` });
    const decided = { ...held, itemId: item.id, issueId: issue.id, taskId: task.id, ownerKind: 'STAFF', ...this.who() };
    const decision = this.add('Decision', category, { ...decided, dueOn: dayOf(this.at(9)), decidedAt: this.at(-8), what: '' });
    Object.assign(decision, { what: `決${decision.id}` });
    Object.assign(task, { decisionId: decision.id });
  }

  private written(category: string, task: Row): void {
    const seen = { kind: 'NOTE', channel: null, place: null, happenedOn: dayOf(this.at(-4)), body: 'x', writtenAt: this.at(-4) };
    const earlier = this.rows.findLast(({ type }) => type === 'Record');
    this.add('Record', category, { ...seen, ...this.who(), correctsId: this.chance.often(0.5) && earlier ? earlier.id : null });
    this.file(category, { recordId: this.rows.findLast(({ type }) => type === 'Record')!.id });
    this.file(category, { consentId: this.rows.find(({ type }) => type === 'Consent')!.id });
    const dates = { fromDueOn: task.dueOn, toDueOn: dayOf(this.at(30)), requestedAt: this.at(-2), answeredAt: null };
    const status = this.chance.one(['REQUESTED', 'REQUESTED', 'APPROVED', 'REFUSED']);
    const asked = { taskId: task.id, ...this.who(), ...dates, status };
    this.add('Postponement', category, { ...asked, reasonId: this.reason(category), answerId: this.reason(category) });
  }

  /** A file of a record, of a consent, or of a session. */
  private file(category: string, of: object): void {
    const digest = `\\x${'00'.repeat(32)}`;
    const held = { name: 'x.pdf', kind: 'PDF', bytes: 1, digest, sealedDigest: digest, sealedKey: null, attachedAt: this.at(-4) };
    const links = { recordId: null, consentId: null, sessionId: null, confinedTo: null, ...of };
    const withdrawn = this.chance.often(0.3)
      ? { withdrawnAt: this.at(-1), withdrawnById: this.who().staffId, reasonId: this.reason(category, (of as Row).confinedTo ?? null) }
      : { withdrawnAt: null, withdrawnById: null, reasonId: null };
    this.add('Attachment', category, { ...held, ...links, ...this.who(), ...withdrawn });
  }

  /** A shield, from whom it protects, and who may be connected with them: all of SAFETY, as the product has them. */
  private protected(householdId: string): void {
    const isOver = !this.case.isOpen || this.chance.often(0.3);
    const asked = { endAskedById: this.who().staffId, endReasonId: this.reason('SAFETY') };
    const put = { householdId, ...this.who(), reasonId: this.reason('SAFETY'), ...asked, maskedTexts: 0, masked: [] };
    this.add('AddressShield', 'SAFETY', { ...put, since: this.at(-30), until: isOver ? this.at(-2) : null });
    for (const until of [null, this.at(-1)]) {
      const { staffId } = this.who();
      const party = { householdId, staffId, name: 'x', kana: 'かな', relation: 'SPOUSE', agencyId: null, reason: 'x' };
      this.add('OtherParty', 'SAFETY', { ...party, since: this.at(-30), until });
      const connected = { householdId, staffId, noticedAt: this.at(-20) };
      this.add('ConflictOfInterest', 'SAFETY', { ...connected, waivedById: null, waivedAt: null, reason: null });
    }
  }
}
