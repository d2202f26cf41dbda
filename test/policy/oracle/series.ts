import type { Chance } from './chance.js';
import { CATEGORIES, DAY_MS, type Town } from './town.js';
import type { Case, Row } from './world.js';

const COORDINATION = 'COORDINATION';
const MEMBERS = 6;
const GUESTS = 2;

/** Series of meetings over a caseload: who takes part, what was said of which case and of none, and what became of it. */
export const makeSeries = (chance: Chance, now: Date, town: Town, cases: readonly Case[]): Row[] =>
  ['LIAISON_MEETING', 'TEAM_MEETING'].flatMap((code) => new Round(chance, now, town, cases).fill(code));

class Round {
  constructor(chance: Chance, now: Date, town: Town, cases: readonly Case[]) {
    this.chance = chance;
    this.now = now;
    this.town = town;
    this.cases = cases;
  }

  private readonly chance: Chance;
  private readonly now: Date;
  private readonly town: Town;
  private readonly cases: readonly Case[];
  private readonly rows: Row[] = [];

  fill(code: string): Row[] {
    const named = { code, nameJa: 'x', nameEn: 'x', source: 'x', chairTitle: '座長', subject: 'CASELOAD', brings: 'NOTHING' };
    const asks = {
      mandatoryProfessions: [],
      mandatoryAgencyIds: [],
      needsMandatory: [],
      decides: [],
      chairProfessions: [],
      recorderProfessions: [],
    };
    const rest = { needsConsent: false, takesProposals: true, retentionYears: 5, since: this.at(-99), until: null };
    const kind = this.add('MeetingKind', { ...named, ...asks, ...rest });
    const host = this.chance.one(this.town.agencies).id;
    const begun = { agencyId: host, startedById: this.chance.one(this.town.people).id, since: this.at(-60), until: null };
    const { id: seriesId } = this.add('MeetingSeries', { kindId: kind.id, name: 'x', place: 'x', ...begun });
    const members = this.members(seriesId);
    for (const { id: caseId } of this.cases) {
      const placed = { seriesId, caseId, category: COORDINATION, ...this.who(), since: this.at(-50) };
      this.add('CaseloadEntry', { ...placed, until: this.chance.often(0.2) ? this.at(-1) : null });
    }
    ['CLOSED', this.chance.one(['CONVENED', 'OPEN'])].forEach((status, at) =>
      this.session({ seriesId, kindId: kind.id, code }, status, at, members),
    );
    return this.rows;
  }

  private at(days: number): Date {
    return new Date(this.now.getTime() + days * DAY_MS);
  }

  private add(type: string, columns: object): Row {
    const row: Row = { type, id: this.chance.id(), ...columns };
    this.rows.push(row);
    return row;
  }

  private who(): { staffId: string; agencyId: string } {
    const { id: staffId, postings } = this.chance.one(this.town.people);
    return { staffId, agencyId: this.chance.one(postings).agencyId };
  }

  /** Sent as one of the things they are posted as; some have left, or work elsewhere by now. */
  private sent(): { staffId: string; agencyId: string; profession: string }[] {
    return this.chance.few(this.town.people, MEMBERS + GUESTS).map(({ id: staffId, postings }) => {
      const { agencyId, profession } = this.chance.one(postings);
      return { staffId, agencyId: this.chance.often(0.1) ? this.chance.one(this.town.agencies).id : agencyId, profession };
    });
  }

  private members(seriesId: string) {
    const sent = this.sent();
    sent.slice(0, MEMBERS).forEach((member, at) => {
      const part = at === 0 ? 'CHAIR' : this.chance.one(['MEMBER', 'RECORDER']);
      this.add('SeriesMember', { seriesId, ...member, part, since: this.at(-60), until: this.chance.often(0.2) ? this.at(-1) : null });
    });
    return sent;
  }

  private session(
    of: { seriesId: string; kindId: string; code: string },
    status: string,
    at: number,
    asked: ReturnType<Round['sent']>,
  ): void {
    const { seriesId } = of;
    const ours = { seriesId, caseId: null, category: COORDINATION };
    const times = {
      startsAt: this.at(at - 3),
      endsAt: this.at(at - 2),
      openedAt: this.at(at - 3),
      closedAt: at === 0 ? this.at(-2) : null,
    };
    const held = { kindId: of.kindId, kind: of.code, covers: [], confinedTo: null, conferenceId: null, number: at + 1 };
    const said = { reason: 'x', place: 'x', status, reasonId: this.note(ours) };
    const { id: sessionId } = this.add('ConferenceSession', { ...ours, ...held, ...said, ...this.who(), ...times });
    const place = { ...ours, sessionId };
    const minutes = at === 0 ? this.add('Minutes', { ...place, ...this.who(), headSeq: 1, headHash: 'x', draftedAt: this.at(-2) }) : null;
    // Members to both, each guest to one of them.
    for (const one of asked.filter((_, index) => index < MEMBERS || index % 2 === at)) {
      const answer = { status: this.chance.one(['INVITED', 'ACCEPTED', 'DECLINED']), attendance: null, answeredAt: null };
      this.add('Invitation', { ...place, ...one, seatId: null, ...answer, reasonId: this.note(ours) });
      const { staffId, agencyId } = one;
      if (minutes)
        this.add('MinutesConfirmation', {
          ...place,
          minutesId: minutes.id,
          staffId,
          agencyId,
          status: 'ASKED',
          reasonId: null,
          answeredAt: null,
        });
    }
    this.discussed(place, minutes?.id ?? null);
  }

  /** What is about nobody, and of each case something in several categories. */
  private discussed(place: { seriesId: string; sessionId: string }, minutesId: string | null): void {
    const items = [null, null, ...this.cases.flatMap(({ id }) => [id, id, id])];
    for (const caseId of items) {
      const category = caseId ? this.chance.one([COORDINATION, ...CATEGORIES]) : COORDINATION;
      const { seriesId, sessionId } = place;
      const of = { seriesId, sessionId, caseId, category };
      const about = { kind: 'QUESTION', purpose: 'OTHER', fromId: null, because: null, takenOnAt: this.at(-3), addedAt: this.at(-3) };
      const settled = { outcome: 'NOTED', outcomeId: this.note({ seriesId: caseId ? null : seriesId, caseId, category }) };
      const item = this.add('AgendaItem', { ...of, agencyId: this.who().agencyId, ...about, ...settled, what: '' });
      Object.assign(item, { what: `議${item.id}` });
      if (minutesId)
        this.add('MinutesCorrection', {
          ...of,
          minutesId,
          itemId: item.id,
          ...this.who(),
          body: 'x',
          reason: 'x',
          correctedAt: this.at(-1),
        });
      if (caseId) this.spoken({ sessionId, caseId, category }, item.id);
    }
  }

  private spoken(of: { sessionId: string; caseId: string; category: string }, itemId: string): void {
    const said = this.add('Statement', { ...of, itemId, ...this.who(), body: '', statedAt: this.at(-3) });
    Object.assign(said, { body: `話${said.id}` });
    const { agencyId } = this.who();
    const open = { agencyId, agreedAgencyId: agencyId, status: 'OPEN', namedAt: this.at(-3), resolvedAt: null, resultId: null };
    const issue = this.add('Issue', { ...of, itemId, ...open, what: '' });
    Object.assign(issue, { what: `題${issue.id}` });
    this.add('RoleAllocation', { ...of, category: COORDINATION, itemId, ...this.who(), role: 'x', since: this.at(-3), until: null });
  }

  private note(of: { seriesId: string | null; caseId: string | null; category: string }): string {
    const { id } = this.add('Note', {
      seriesId: of.seriesId,
      caseId: of.caseId,
      category: of.category,
      kind: 'REASON',
      body: 'x',
    });
    return id;
  }
}
