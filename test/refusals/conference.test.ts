import { randomUUID } from 'node:crypto';
import type { Json, Person } from '../../src/commands/scenario/person.js';
import {
  agencyIds,
  at,
  circleOf,
  closed,
  confirmationOf,
  inHours,
  opened,
  openedBy,
  refusedBy,
  summons,
  type Circle,
} from '../support/conference.js';
import { House, inDays, refusalOf } from '../support/house.js';

/* What a conference does not accept, and what it says instead. */

let house: House;
let people: Circle;
let caseId: string;
let agencies: Record<string, string>;
/** An open session with takahashi, ito and watanabe; suzuki is on the case, but not invited. */
let meeting: Json;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  caseId = await openedBy(people.sato);
  agencies = await agencyIds(people.sato);
  await people.sato.do('giveSeat', { caseId, staffId: people.suzuki.staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' });
  meeting = await opened(people, caseId, ['takahashi', 'ito', 'watanabe']);
});
afterAll(() => house.close());

const refused = (person: Person, verb: string, input: object) => refusedBy(house, person, verb, input);

describe('convening', () => {
  let other: string;
  beforeAll(async () => void (other = await openedBy(people.sato, '谷 みどり', 'たに みどり')));
  const convene = (person: Person, more: object, id = other) => refused(person, 'conveneSession', summons(people, id, ['ito'], more));

  it.each([
    ['a start in the past', { startsAt: inHours(-1), endsAt: inHours(1) }, at('input.startsAt', 'IN_THE_PAST')],
    ['an end before the start', { startsAt: inHours(2), endsAt: inHours(1) }, at('input.endsAt', 'OUT_OF_ORDER')],
    ['a session of thirteen hours', { startsAt: inHours(1), endsAt: inHours(14) }, at('input.endsAt', 'NOT_ALLOWED')],
    ['a session without anything to settle', { questions: [] }, at('input.questions', 'REQUIRED')],
    ['a session with nobody else', { invitees: [] }, at('input.invitees', 'REQUIRED')],
    ['someone who does not exist', { invitees: [{ staffId: randomUUID() }] }, at('input.invitees.0.staffId', 'UNKNOWN')],
    ['an empty reason', { reason: ' \n ' }, at('input.reason', 'REQUIRED')],
    ['a place of 201 characters', { place: '室'.repeat(201) }, at('input.place', 'TOO_LONG')],
    ['a day that does not exist', { startsAt: '2027-02-30T10:00:00+09:00' }, at('input.startsAt', 'FORMAT')],
  ])('refuses %s', async (_, more, refusal) => expect(await convene(people.sato, more)).toMatchObject(refusal));

  it('refuses the convener as the only one invited', async () => {
    expect(await convene(people.sato, { invitees: [{ staffId: people.sato.staffId }] })).toMatchObject(at('input.invitees', 'REQUIRED'));
  });

  it('refuses anyone but the key person, and tells outsiders nothing of the case', async () => {
    expect(await convene(people.takahashi, {}, caseId)).toMatchObject({ code: 'FORBIDDEN', message: 'Only the key person may do this.' });
    expect(await convene(people.kato, {}, caseId)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await convene(people.kato, {}, randomUUID())).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses a second session while one is convened or open, also when both are called at the same instant', async () => {
    expect(await convene(people.sato, {}, caseId)).toMatchObject({ code: 'CONFLICT', message: 'A session is already convened or open.' });
    const at4 = { startsAt: inHours(4), endsAt: inHours(5) };
    const calls = [0, 1].map(() =>
      people.sato.do('conveneSession', summons(people, other, ['ito'], at4)).catch((refusal: Error) => refusal),
    );
    const answers = await Promise.all(calls);
    expect(answers.filter((answer) => answer instanceof Error)).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('makes one session of the same command sent twice, and refuses its id for another', async () => {
    const third = await openedBy(people.sato, '原 あおい', 'はら あおい');
    const commandId = randomUUID();
    const input = summons(people, third, ['ito'], { startsAt: inHours(6), endsAt: inHours(7) });
    const [one, two] = await Promise.all([0, 1].map(() => people.sato.do('conveneSession', input, 'id', commandId)));
    expect(two).toEqual(one);
    expect(await refusalOf(people.sato.do('conveneSession', { ...input, place: '別室' }, 'id', commandId))).toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('answering and attending', () => {
  it('accepts nobody’s answer but one’s own, none after the session opened, and no one twice', async () => {
    const [invitation] = meeting.invitations.filter((one: Json) => one.staffId === people.ito.staffId);
    const answer = { invitationId: invitation.id, version: invitation.version };
    expect(await refused(people.takahashi, 'acceptInvitation', answer)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(people.ito, 'acceptInvitation', answer)).toMatchObject({
      code: 'CONFLICT',
      message: 'This session has already opened.',
    });
    expect(await refused(people.ito, 'markAttendance', { ...answer, attendance: 'PRESENT' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(people.kato, 'acceptInvitation', answer)).toMatchObject({ code: 'NOT_FOUND' });
    const again = { sessionId: meeting.id, staffId: people.ito.staffId };
    expect(await refused(people.sato, 'inviteToSession', again)).toMatchObject({
      code: 'CONFLICT',
      message: 'This person has already been invited.',
    });
    expect(await refused(people.ito, 'inviteToSession', { ...again, staffId: people.kato.staffId })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses to open or cancel what is already open', async () => {
    const { id: sessionId, version } = meeting;
    expect(await refused(people.sato, 'openSession', { sessionId, version })).toMatchObject({ code: 'CONFLICT' });
    expect(await refused(people.sato, 'cancelSession', { sessionId, version, reason: '雨' })).toMatchObject({ code: 'CONFLICT' });
    expect(await refused(people.sato, 'closeSession', { sessionId, version: version - 1 })).toMatchObject({
      code: 'CONFLICT',
      message: 'Someone else changed this first. Please look at the latest.',
    });
  });
});

describe('telling', () => {
  const tell = (person: Person, category: string, body = '話') =>
    refused(person, 'makeStatement', { sessionId: meeting.id, category, body });

  it('refuses a statement in a category that one may not write, or from someone who was not invited', async () => {
    expect(await tell(people.watanabe, 'HEALTH')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await tell(people.sato, 'HEALTH')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await tell(people.suzuki, 'LIFE')).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only people invited to this session may do this.',
    });
    expect(await tell(people.kato, 'LIFE')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await tell(await house.person('nakamura'), 'LIFE')).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('refuses one that says nothing, or more than ten thousand characters', async () => {
    expect(await tell(people.ito, 'HEALTH', '　 ')).toMatchObject(at('input.body', 'REQUIRED'));
    expect(await tell(people.ito, 'HEALTH', '話'.repeat(10_001))).toMatchObject(at('input.body', 'TOO_LONG'));
  });

  it('refuses an issue for an agency that is not on the case, or whose work does not reach it', async () => {
    const issue = { sessionId: meeting.id, what: '眠れていない', category: 'HEALTH' };
    const of = (name: string) => ({ ...issue, agencyId: agencies[name] });
    expect(await refused(people.ito, 'nameIssue', of('健康福祉部'))).toMatchObject(at('input.agencyId', 'UNKNOWN'));
    expect(await refused(people.ito, 'nameIssue', of('ハローワーク三鷹'))).toMatchObject(at('input.agencyId', 'UNKNOWN'));
    expect(await refused(people.watanabe, 'nameIssue', of('健康課'))).toMatchObject({ code: 'FORBIDDEN' });
    const named = await people.ito.do('nameIssue', of('健康課'));
    const change = { issueId: named.id, version: named.version };
    expect(await refused(people.watanabe, 'resolveIssue', { ...change, result: '済' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(people.takahashi, 'resolveIssue', { ...change, result: '済' })).toMatchObject({ code: 'FORBIDDEN' });
    const same = { ...change, agencyId: agencies['健康課'], reason: '変更' };
    expect(await refused(people.sato, 'assignIssue', same)).toMatchObject({ code: 'CONFLICT' });
    await people.ito.do('resolveIssue', { ...change, result: '眠れるようになった' });
    expect(await refused(people.ito, 'resolveIssue', { ...change, version: 2, result: '済' })).toMatchObject({ code: 'CONFLICT' });
  });

  it('refuses a role for someone without a seat, and roles given by anyone but the key person', async () => {
    const role = { sessionId: meeting.id, staffId: people.kato.staffId, role: '送迎' };
    expect(await refused(people.sato, 'allocateRole', role)).toMatchObject(at('input.staffId', 'UNKNOWN'));
    expect(await refused(people.ito, 'allocateRole', { ...role, staffId: people.ito.staffId })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('after it closed', () => {
  let item: Json;
  let invitation: Json;
  beforeAll(async () => {
    const over = await closed(people.sato, meeting.id);
    [item] = over.agenda;
    [invitation] = over.invitations;
  });

  it.each([
    ['makeStatement', 'ito', () => ({ sessionId: meeting.id, category: 'HEALTH', body: '話' })],
    ['addAgendaItem', 'ito', () => ({ sessionId: meeting.id, what: '別件', category: 'LIFE' })],
    ['nameIssue', 'ito', () => ({ sessionId: meeting.id, what: '別件', category: 'LIFE', agencyId: agencies['健康課'] })],
    ['allocateRole', 'sato', () => ({ sessionId: meeting.id, staffId: people.ito.staffId, role: '別の役割' })],
    ['inviteToSession', 'sato', () => ({ sessionId: meeting.id, staffId: people.kato.staffId })],
    ['settleItem', 'sato', () => ({ itemId: item.id, version: item.version, outcome: 'CARRIED_OVER', note: '次回' })],
    ['markAttendance', 'sato', () => ({ invitationId: invitation.id, version: invitation.version, attendance: 'LATE' })],
    ['closeSession', 'sato', () => ({ sessionId: meeting.id, version: 3 })],
    ['openSession', 'sato', () => ({ sessionId: meeting.id, version: 3 })],
    ['cancelSession', 'sato', () => ({ sessionId: meeting.id, version: 3, reason: '雨' })],
    [
      'decide',
      'ito',
      () => ({
        itemId: item.id,
        what: '別の決定',
        category: 'LIFE',
        owner: { kind: 'STAFF', staffId: people.ito.staffId },
        dueOn: inDays(1),
      }),
    ],
  ] as const)('refuses %s', async (verb, who, input) =>
    expect(await refused(people[who], verb, input())).toMatchObject({ code: 'CONFLICT', message: 'A closed session cannot be changed.' }),
  );

  it('lets nobody confirm for another, nor twice, nor dispute what they confirmed', async () => {
    const own = await confirmationOf(people.ito, meeting.id);
    expect(await refused(people.sato, 'confirmMinutes', own)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused(people.kato, 'confirmMinutes', own)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(people.ito, 'disputeMinutes', { ...own, reason: ' ' })).toMatchObject(at('input.reason', 'REQUIRED'));
    const beyond = { ...own, reason: '就労の話が違う', category: 'EMPLOYMENT' };
    expect(await refused(people.ito, 'disputeMinutes', beyond)).toMatchObject({ code: 'FORBIDDEN' });
    await people.ito.do('confirmMinutes', own);
    const again = { ...own, version: own.version + 1 };
    expect(await refused(people.ito, 'confirmMinutes', again)).toMatchObject({ code: 'CONFLICT' });
    expect(await refused(people.ito, 'disputeMinutes', { ...again, reason: '違う' })).toMatchObject({ code: 'CONFLICT' });
  });

  it('tells outsiders of no session and no minutes, and nobody of minutes before there are any', async () => {
    for (const query of [
      'query ($id: Uuid!) { conferenceSession(id: $id) { id } }',
      'query ($id: Uuid!) { minutes(sessionId: $id) { id } }',
      'query ($id: Uuid!) { minutesText(sessionId: $id) }',
    ]) {
      expect(await refusalOf(people.kato.ask(query, { id: meeting.id }))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refusalOf(people.sato.ask(query, { id: randomUUID() }))).toMatchObject({ code: 'NOT_FOUND' });
    }
    const { id } = await people.sato.do('conveneSession', summons(people, caseId, ['ito']));
    const early = people.sato.ask('query ($id: Uuid!) { minutesText(sessionId: $id) }', { id });
    expect(await refusalOf(early)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
