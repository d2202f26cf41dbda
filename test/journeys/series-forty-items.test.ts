import type { Live } from '../../src/commands/scenario/live.js';
import type { Json } from '../../src/commands/scenario/person.js';
import { inHours } from '../support/conference.js';
import { House } from '../support/house.js';
import { MEETING, meeting } from '../support/series.js';
import { reachOf, sharedCase, twelve, type Colleague, type Shared } from '../support/twelve.js';

/* Twelve people of twelve agencies at one table, forty items about ten cases: each sees exactly what the policy predicts, all at once. */

const CATEGORIES = ['LIFE', 'HEALTH', 'EMPLOYMENT', 'INCOME', 'CHILD', 'FAMILY', 'SAFETY', 'EDUCATION', 'HOUSING', 'CONSULTATION'];
/** Twelve people and ten cases are made first: a busy machine takes its time. */
const PATIENCE_MS = 120_000;
const HEADLINE = 1;
const READ = 2;
const WRITE = 3;

interface Planned {
  readonly what: string;
  readonly category: string;
  readonly of: Shared;
  id: string;
}

let house: House;
let colleagues: Colleague[];
let cases: Shared[];
let chair: Colleague;
let sessionId: string;
const items: Planned[] = [];
const said: { body: string; category: string; of: Shared }[] = [];
const sockets = new Map<Colleague, Live>();

beforeAll(async () => {
  house = await House.open();
  colleagues = await twelve(house);
  chair = colleagues[0]!;
  cases = [];
  for (let turn = 0; turn < 10; turn++) cases.push(await sharedCase(colleagues, turn));
  const members = colleagues.map(({ person, agencyId, profession }) => ({
    staffId: person.staffId,
    agencyId,
    profession,
    part: person === chair.person ? 'CHAIR' : 'MEMBER',
  }));
  const started = { kind: 'KOBE_LIAISON_MEETING', agencyId: chair.agencyId, name: '連絡会議', place: '大会議室', members };
  const { id: seriesId } = await chair.person.do('startSeries', started);
  const called = { seriesId, startsAt: inHours(1), endsAt: inHours(4), questions: [], invitees: [] };
  ({ id: sessionId } = await chair.person.do('conveneSession', called, MEETING));
}, PATIENCE_MS);
afterAll(async () => {
  for (const socket of sockets.values()) socket.close();
  await house.close();
});

const everyone = <T>(act: (one: Colleague) => Promise<T>): Promise<T[]> => Promise.all(colleagues.map(act));
const predicted = (one: Colleague, level: number) => items.filter((item) => reachOf(one, item.of, item.category) >= level);

it('forty items are put on the agenda by those who lead the cases', async () => {
  for (const [turn, of] of cases.entries()) {
    for (let at = 0; at < 4; at++) {
      const category = CATEGORIES[(turn * 4 + at) % CATEGORIES.length]!;
      const what = `議題${turn}-${at}-終`;
      const input = { sessionId, caseId: of.caseId, what, category, purpose: 'PROGRESS' };
      items.push({ what, category, of, id: (await of.seated[0]!.person.do('addAgendaItem', input)).id });
    }
  }
  expect(items).toHaveLength(40);
});

it('each one’s agenda is what the policy predicts, in the same order, and tells nothing of what is not on it', async () => {
  const agendas = await everyone(async ({ person }) => (await meeting(person, sessionId)).agenda.map((item: Json) => item.what));
  for (const [at, one] of colleagues.entries())
    expect({ as: one.profession, agenda: agendas[at] }).toEqual({
      as: one.profession,
      agenda: predicted(one, HEADLINE).map((item) => item.what),
    });
  expect(new Set(agendas.map((agenda) => agenda.length)).size).toBeGreaterThan(4);
});

it('is live for all: twelve speak at once, and each is pointed to exactly what they may know of', async () => {
  const now = await meeting(chair.person, sessionId);
  await chair.person.do('openSession', { sessionId, version: now.version });
  for (const one of colleagues) {
    const socket = await one.person.listen();
    sockets.set(one, socket);
    expect(await socket.watch({ sessionId })).toMatchObject({ ok: true });
  }
  const [{ before }] = (await house.behind('select max(seq)::int as before from trail')) as [{ before: number }];
  await everyone(async (one) => {
    for (const item of predicted(one, WRITE).slice(0, 4)) {
      const body = `発言-${one.profession}-${item.what}`;
      const { length } = await one.person
        .do('makeStatement', { sessionId, itemId: item.id, category: item.category, body })
        .then(() => [body]);
      if (length > 0) said.push({ body, category: item.category, of: item.of });
    }
  });
  expect(said.length).toBeGreaterThan(20);
  const { version } = (await meeting(chair.person, sessionId)).invitations[0];
  const { invitations } = await meeting(chair.person, sessionId);
  await chair.person.do('markAttendance', { invitationId: invitations[0].id, version, attendance: 'PRESENT' });
  const entries = await house.behind<{ seq: number; case_id: string | null; category: string }>(
    'select seq::int as seq, case_id, category from trail where session_id = $1 and seq > $2 order by seq',
    [sessionId, before],
  );
  const last = entries.at(-1)!.seq;
  for (const one of colleagues) {
    const socket = sockets.get(one)!;
    await socket.until(() => socket.pointers.some((pointer) => pointer.seq === last));
    const maySee = ({ case_id, category }: (typeof entries)[number]) =>
      case_id === null ||
      reachOf(
        one,
        cases.find((of) => of.caseId === case_id)!,
        category,
      ) >= READ;
    const told = entries.filter(maySee).map(({ seq }) => seq);
    expect({ as: one.profession, told: socket.pointers.map((pointer) => pointer.seq) }).toEqual({ as: one.profession, told });
    expect(new Set(socket.pointers.map((pointer) => pointer.sessionId))).toEqual(new Set([sessionId]));
  }
});

it('closes without a word about items that the chair may not see: they are left unsettled, for those who may', async () => {
  const unseen = items.filter((item) => reachOf(chair, item.of, item.category) < HEADLINE);
  const left = unseen.slice(0, 3);
  expect(left).toHaveLength(3);
  for (const item of items.filter((one) => !left.includes(one))) {
    const leader = item.of.seated[0]!.person;
    await leader.do('settleItem', { itemId: item.id, version: 1, outcome: 'NOTED', note: `結論-${item.what}` });
  }
  const now = await meeting(chair.person, sessionId);
  for (const { id, version, attendance } of now.invitations)
    if (attendance === null) await chair.person.do('markAttendance', { invitationId: id, version, attendance: 'PRESENT' });
  const closed = await chair.person.do('closeSession', { sessionId, version: now.version }, MEETING);
  expect(closed.status).toBe('CLOSED');
  expect(closed.agenda.every((item: Json) => item.outcome === 'NOTED')).toBe(true);
  const leader = left[0]!.of.seated[0]!.person;
  expect((await meeting(leader, sessionId)).agenda.find((item: Json) => item.id === left[0]!.id)).toMatchObject({ outcome: 'UNSETTLED' });
});

it('minutes for each recipient hold what they may know, numbered without a gap, and nothing of the rest', async () => {
  const texts = await everyone(
    async ({ person }) => (await person.ask('query ($id: Uuid!) { minutesText(sessionId: $id) }', { id: sessionId })).minutesText,
  );
  for (const [at, one] of colleagues.entries()) {
    const text: string = texts[at];
    const seen = (words: string) => text.includes(words);
    for (const item of items) {
      expect({ as: one.profession, item: item.what, seen: seen(`】${item.what}`) }).toEqual({
        as: one.profession,
        item: item.what,
        seen: reachOf(one, item.of, item.category) >= HEADLINE,
      });
      if (reachOf(one, item.of, item.category) < READ) expect(seen(`結論-${item.what}`)).toBe(false);
    }
    for (const statement of said)
      expect({ as: one.profession, said: statement.body, seen: seen(statement.body) }).toEqual({
        as: one.profession,
        said: statement.body,
        seen: reachOf(one, statement.of, statement.category) >= READ,
      });
    const numbers = [...text.matchAll(/^ {2}(\d+)\. /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(predicted(one, HEADLINE).map((_, index) => index + 1));
    const strangers = cases.filter((of) => !of.seated.includes(one));
    for (const { caseId } of strangers) expect(text).not.toContain(await numberOf(caseId));
  }
});

const numberOf = async (caseId: string) =>
  (await house.behind<{ number: string }>('select number from support_case where id = $1', [caseId]))[0]!.number;

it('a seat that ends takes its holder’s part of the agenda away at once, and leaves the rest', async () => {
  const of = cases.find((one) => one.seated.length > 2)!;
  const [keyPerson, , leaver] = of.seated as [Colleague, Colleague, Colleague];
  const { case: found } = await keyPerson.person.ask('query ($id: Uuid!) { case(id: $id) { seats { id version staffId } } }', {
    id: of.caseId,
  });
  const seat = found.seats.find((one: Json) => one.staffId === leaver.person.staffId);
  await keyPerson.person.do('endSeat', { seatId: seat.id, version: seat.version, reason: '異動のため' });
  const agenda = (await meeting(leaver.person, sessionId)).agenda.map((item: Json) => item.what);
  expect(agenda).toEqual(
    predicted(leaver, HEADLINE)
      .filter((item) => item.of !== of)
      .map((item) => item.what),
  );
});
