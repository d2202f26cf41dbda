import type { Json, Person } from '../../src/commands/scenario/person.js';
import { agencyNamed, consentTo } from '../support/consent.js';
import { circleOf, closed, inHours, openedBy, summons, type Circle } from '../support/conference.js';
import { House, refusalOf } from '../support/house.js';

let house: House;
let people: Circle;
let caseId: string;
let first: Json;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  const { sato } = people;
  ({ id: caseId } = await sato.do('openCase', {
    headline: '連絡が取れなくなっている',
    subject: { name: '谷 みどり', kana: 'たに みどり' },
  }));
});
afterAll(() => house.close());

const SESSION = 'id version kind covers number invitations { id version staffId }';
const convene = (kind: string, more: object = {}) =>
  people.sato.do('conveneSession', summons(people, caseId, ['ito', 'watanabe'], { kind, ...more }), SESSION);
const sessionsOf = async (person: Person): Promise<Json[]> =>
  (
    await person.ask(
      'query ($id: Uuid!) { case(id: $id) { sessions { number reason statements { body } issues { what } decisions { what } agenda { what because } minutes { id } } } }',
      { id: caseId },
    )
  ).case.sessions;

it('a meeting that needs consent does not take a case without it, and names those that can', async () => {
  expect(await refusalOf(convene('SUPPORT_ADJUSTMENT_MEETING'))).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringMatching(
      /needs the client’s consent. Without it you can hold a: .*support meeting \(art. 9\), support meeting \(art. 106-6\)/,
    ),
  });
});

it('a support meeting takes it: an agency from outside is asked under its statute, for this meeting alone', async () => {
  first = await convene('SUPPORT_MEETING');
  expect(first).toMatchObject({ kind: 'SUPPORT_MEETING', number: 1, covers: expect.arrayContaining(['EMPLOYMENT', 'HEALTH']) });
  const { sato, watanabe } = people;
  await sato.do('openSession', { sessionId: first.id, version: 1 });
  await watanabe.do('makeStatement', { sessionId: first.id, category: 'EMPLOYMENT', body: '二月から来所がない' });
  await sato.do('writeRecord', { caseId, category: 'EDUCATION', kind: 'NOTE', body: '会議の外で記した記録' });
  const { case: found } = await watanabe.ask('query ($id: Uuid!) { case(id: $id) { headline records { body } } }', { id: caseId });
  expect(found).toEqual({ headline: '連絡が取れなくなっている', records: [] });
  expect(await refusalOf(people.ito.do('makeStatement', { sessionId: first.id, category: 'CHILD', body: '登園の様子' }))).toMatchObject({
    code: 'INVALID',
    fields: [{ path: 'input.category', code: 'NOT_ALLOWED' }],
  });
});

it('what is said stays among its members: others on the case, and their sockets, learn nothing of it', async () => {
  const { sato, ito, watanabe, kato } = people;
  await sato.do('giveSeat', { caseId, staffId: kato.staffId });
  const live = await kato.listen();
  await live.watch({ caseId });
  await ito.do('makeStatement', { sessionId: first.id, category: 'LIFE', body: '家賃が遅れている' });
  await watanabe.do('nameIssue', {
    sessionId: first.id,
    category: 'EMPLOYMENT',
    what: '仕事が続かない',
    agencyId: await agencyNamed(sato, 'ハローワーク三鷹'),
  });
  await sato.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body: '会議の外の記録' });
  const seq = Number((await house.behind('select max(seq) as seq from trail'))[0].seq);
  await live.until(() => live.pointers.some((pointer) => pointer.seq === seq));
  expect(live.pointers.map((pointer) => pointer.seq)).toEqual([seq]);
  live.close();
  expect(await sessionsOf(kato)).toEqual([]);
  expect(await refusalOf(kato.ask('query ($id: Uuid!) { minutesText(sessionId: $id) }', { id: first.id }))).toMatchObject({
    code: 'NOT_FOUND',
  });
  const { trail } = await kato.ask('query ($id: Uuid!) { trail(caseId: $id) { kind } }', { id: caseId });
  expect(
    trail.map((entry: Json) => entry.kind).filter((kind: string) => /session|statement|issue|invitation|agenda|decision/.test(kind)),
  ).toEqual([]);
  expect((await sessionsOf(ito))[0].statements).toEqual([{ body: '家賃が遅れている' }]);
});

it('once the client consents, the case moves to the meeting that needs it, and what was said before is not exposed', async () => {
  const { sato, kato, watanabe } = people;
  await closed(sato, first.id);
  await consentTo(sato, caseId);
  const second = await convene('SUPPORT_ADJUSTMENT_MEETING', { invitees: [{ staffId: kato.staffId }, { staffId: watanabe.staffId }] });
  expect(second).toMatchObject({ number: 2, covers: [] });
  const [forKato] = await sessionsOf(kato);
  expect(await sessionsOf(kato)).toHaveLength(1);
  expect(forKato.agenda.filter((item: Json) => item.because !== null)).toEqual([]);
  const [forWatanabe, before] = await sessionsOf(watanabe);
  expect(forWatanabe.agenda).toContainEqual({ what: '仕事が続かない', because: 'UNRESOLVED' });
  expect(before.issues).toEqual([{ what: '仕事が続かない' }]);
});

it('goes with the seat, like everything else', async () => {
  const { sato, ito } = people;
  const { case: found } = await sato.ask('query ($id: Uuid!) { case(id: $id) { seats { id version staffId } } }', { id: caseId });
  const seat = found.seats.find((one: Json) => one.staffId === ito.staffId);
  await sato.do('endSeat', { seatId: seat.id, version: seat.version, reason: '担当替え' });
  expect(await refusalOf(ito.ask('query ($id: Uuid!) { conferenceSession(id: $id) { reason } }', { id: first.id }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('keeps its kind: a case conference of one’s own municipality needs neither consent nor statute', async () => {
  const id = await openedBy(people.sato, '西 ひかり', 'にし ひかり');
  const held = await people.sato.do(
    'conveneSession',
    summons(people, id, ['ito'], { startsAt: inHours(10), endsAt: inHours(11) }),
    SESSION,
  );
  expect(held).toMatchObject({ kind: 'CASE_CONFERENCE', covers: [] });
});
