import type { Json } from '../../src/commands/scenario/person.js';
import { agencyIds, at, circleOf, inHours, openedBy, seatingOf, type Circle } from '../support/conference.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { meeting, meetingOf, seriesOf, settled } from '../support/series.js';

/* What people get wrong in meetings over a caseload, and the sentence that they are told. */

let house: House;
let people: Circle;
let series: Json;
let caseId: string;
let unconsented: string;

beforeAll(async () => {
  house = await House.open();
  people = await circleOf(house);
  const { sato, takahashi, kato } = people;
  caseId = await openedBy(sato);
  ({ id: unconsented } = await sato.do('openCase', { headline: '同意はまだない', subject: { name: '谷 みどり', kana: 'たに みどり' } }));
  for (const { staffId } of [takahashi, kato]) await sato.do('giveSeat', { caseId, staffId });
  series = await seriesOf(people, 'TOSHIMA_SUPPORT_ADJUSTMENT', ['takahashi', 'kato']);
});
afterAll(() => house.close());

const refused = (who: keyof Circle, verb: string, input: object) => refusalOf(people[who].do(verb, input));
const later = (hours: number) => ({ startsAt: inHours(hours), endsAt: inHours(hours + 1) });
const call = (more: object = {}) => ({ seriesId: series.id, ...later(300), questions: [], invitees: [], ...more });
const question = { what: '進み具合', category: 'LIFE', purpose: 'PROGRESS' };

describe('calling a meeting', () => {
  it.each([
    ['for a case and a series at once', () => ({ caseId }), at('input.seriesId', 'NOT_ALLOWED')],
    ['for neither', () => ({ seriesId: null }), at('input.caseId', 'REQUIRED')],
    ['as another kind than the series is', () => ({ kind: 'CASE_CONFERENCE' }), at('input.kind', 'NOT_ALLOWED')],
    ['in the past', () => ({ startsAt: inHours(-2), endsAt: inHours(-1) }), at('input.startsAt', 'IN_THE_PAST')],
    ['that ends before it starts', () => ({ endsAt: inHours(299) }), at('input.endsAt', 'OUT_OF_ORDER')],
  ])('is refused %s', async (_, more, refusal) => expect(await refused('sato', 'conveneSession', call(more()))).toMatchObject(refusal));

  it('is refused to members who do not lead it, and not there for others', async () => {
    expect(await refused('takahashi', 'conveneSession', call())).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused('ito', 'conveneSession', call())).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused with a kind that is about something else, on either side', async () => {
    const { sato } = people;
    const byCase = {
      caseId,
      reason: '理由',
      place: '会議室',
      ...later(310),
      questions: [question],
      invitees: [{ staffId: people.takahashi.staffId }],
    };
    expect(await refused('sato', 'conveneSession', { ...byCase, kind: 'KURUME_SUPPORT_ADJUSTMENT' })).toMatchObject(
      at('input.kind', 'NOT_ALLOWED'),
    );
    expect(await refused('sato', 'conveneSession', { ...byCase, kind: 'NO_SUCH_KIND' })).toMatchObject(at('input.kind', 'UNKNOWN'));
    const { 子ども家庭支援センター: agencyId } = await agencyIds(sato);
    const started = {
      kind: 'CASE_CONFERENCE',
      agencyId,
      name: '定例',
      place: '会議室',
      members: [{ ...seatingOf(sato, 'sato'), part: 'CHAIR' }],
    };
    expect(await refused('sato', 'startSeries', started)).toMatchObject(at('input.kind', 'NOT_ALLOWED'));
    expect(await refused('sato', 'startSeries', { ...started, kind: 'KOBE_LIAISON_MEETING', members: [] })).toMatchObject(
      at('input.members', 'REQUIRED'),
    );
    expect(await refused('takahashi', 'startSeries', { ...started, kind: 'KOBE_LIAISON_MEETING' })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('nobody is at two sessions at once: neither who calls one, nor who accepts', async () => {
    const { sato, takahashi } = people;
    const { id } = await seriesOf(people, 'KOBE_LIAISON_MEETING', ['takahashi'], '連絡会議');
    const first = await meetingOf(sato, series.id, later(200));
    const own = (session: Json, person: typeof sato) => session.invitations.find((one: Json) => one.staffId === person.staffId);
    await takahashi.do('acceptInvitation', { invitationId: own(first, takahashi).id, version: 1 });
    expect(await refused('sato', 'conveneSession', { ...call(later(200.5)), seriesId: id })).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('have another session at this time'),
    });
    await people.kato.do('addAgendaItem', { sessionId: first.id, ...question, caseId });
    const second = await meetingOf(sato, id, later(203));
    expect(await takahashi.do('acceptInvitation', { invitationId: own(second, takahashi).id, version: 1 }, 'status')).toEqual({
      status: 'ACCEPTED',
    });
    await sato.do('cancelSession', { sessionId: first.id, version: first.version, reason: '会場の都合' });
    expect(await refused('sato', 'openSession', { sessionId: first.id, version: first.version + 1 })).toMatchObject({
      code: 'CONFLICT',
      message: 'This session was cancelled.',
    });
  });
});

describe('the agenda', () => {
  let session: Json;
  beforeAll(async () => {
    session = await meetingOf(people.sato, series.id, { ...later(220), questions: [{ ...question, caseId }] });
  });

  it('takes no case without the consent that the kind requires', async () => {
    expect(await refused('sato', 'addAgendaItem', { sessionId: session.id, ...question, caseId: unconsented })).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('needs the client’s consent'),
    });
    expect(await refused('sato', 'placeOnCaseload', { seriesId: series.id, caseId: unconsented })).toMatchObject({ code: 'CONFLICT' });
    expect(await refused('kato', 'addAgendaItem', { sessionId: session.id, ...question, caseId: unconsented })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('holds no information about nobody, and nothing without its item is said or decided', async () => {
    const input = { sessionId: session.id, what: '社会資源の不足', purpose: 'MISSING_RESOURCES' };
    expect(await refused('sato', 'addAgendaItem', { ...input, category: 'LIFE' })).toMatchObject(at('input.category', 'NOT_ALLOWED'));
    const { id: itemId } = await people.sato.do('addAgendaItem', { ...input, category: 'COORDINATION' });
    expect((await meeting(people.takahashi, session.id)).agenda).toContainEqual(expect.objectContaining({ id: itemId, caseId: null }));
    const { version } = await meeting(people.sato, session.id);
    await people.sato.do('openSession', { sessionId: session.id, version });
    const said = { sessionId: session.id, category: 'LIFE', body: '様子' };
    expect(await refused('takahashi', 'makeStatement', said)).toMatchObject(at('input.itemId', 'REQUIRED'));
    expect(await refused('takahashi', 'makeStatement', { ...said, itemId })).toMatchObject(at('input.itemId', 'NOT_ALLOWED'));
    const owner = { kind: 'STAFF', staffId: people.takahashi.staffId };
    const decided = { itemId, what: '市報に載せる', category: 'COORDINATION', owner, dueOn: inDays(7) };
    expect(await refused('sato', 'decide', decided)).toMatchObject(at('input.itemId', 'NOT_ALLOWED'));
  });

  it('is decided on only once an item was taken on, and deferred only with a reason and a day ahead', async () => {
    const { takahashi, sato } = people;
    const { id: itemId } = await takahashi.do('addAgendaItem', { sessionId: session.id, ...question, what: '提案', caseId });
    const owner = { kind: 'STAFF', staffId: takahashi.staffId };
    expect(await refused('takahashi', 'decide', { itemId, what: '訪問する', category: 'LIFE', owner, dueOn: inDays(7) })).toMatchObject({
      code: 'CONFLICT',
      message: 'This item is only proposed.',
    });
    const settle = (more: object) => ({ itemId, version: 1, outcome: 'DEFERRED', note: '資料を待つ', deferredUntil: inDays(10), ...more });
    expect(await refused('sato', 'settleItem', settle({ note: null }))).toMatchObject(at('input.note', 'REQUIRED'));
    expect(await refused('sato', 'settleItem', settle({ deferredUntil: null }))).toMatchObject(at('input.deferredUntil', 'REQUIRED'));
    expect(await refused('sato', 'settleItem', settle({ deferredUntil: inDays(-1) }))).toMatchObject(
      at('input.deferredUntil', 'IN_THE_PAST'),
    );
    expect(await refused('sato', 'settleItem', settle({ outcome: 'NOTED' }))).toMatchObject(at('input.deferredUntil', 'NOT_ALLOWED'));
    expect(await refused('takahashi', 'settleItem', settle({}))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await sato.do('settleItem', settle({}), 'outcome deferredUntil')).toEqual({ outcome: 'DEFERRED', deferredUntil: inDays(10) });
  });

  it('is not closed over an open item that the chair sees, and notes nobody as present whose posting ended this morning', async () => {
    const { sato, kato } = people;
    const now = await meeting(sato, session.id);
    expect(await refused('sato', 'closeSession', { sessionId: session.id, version: now.version })).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/^[23] items have no outcome/),
    });
    // The clock ends a posting, whatever still hangs on it: as if it had been set to end yesterday.
    await house.behind(`set session_replication_role = replica;
      update posting set until = tsunagi_today() - 1, since = least(since, tsunagi_today() - 2) where staff_id = '${kato.staffId}'`);
    const { id: invitationId, version } = now.invitations.find((one: Json) => one.staffId === kato.staffId);
    expect(await refused('sato', 'markAttendance', { invitationId, version, attendance: 'PRESENT' })).toMatchObject({
      code: 'CONFLICT',
      message: 'Their seat or posting has ended: they cannot be noted as present.',
    });
    expect(await refusalOf(meeting(kato, session.id))).toMatchObject({ code: 'NOT_FOUND' });
    await sato.do('markAttendance', { invitationId, version, attendance: 'EXCUSED' });
    await settled(sato, session.id);
  });

  it('brings a deferred item back on the first meeting from its day on, and not before', async () => {
    const { sato } = people;
    const before = await meetingOf(sato, series.id, { startsAt: `${inDays(9)}T11:00:00Z`, endsAt: `${inDays(9)}T12:00:00Z` });
    expect(before.agenda.map((item: Json) => item.what)).not.toContain('提案');
    await sato.do('cancelSession', { sessionId: before.id, version: before.version, reason: '会場の都合' });
    const after = await meetingOf(sato, series.id, { startsAt: `${inDays(11)}T01:00:00Z`, endsAt: `${inDays(11)}T02:00:00Z` });
    expect(after.agenda).toContainEqual(expect.objectContaining({ kind: 'CARRIED_ITEM', what: '提案', because: 'DEFERRED', caseId }));
  });
});

describe('members and targets', () => {
  it('whoever leaves a series is asked no longer to what is ahead, and sees nothing of it', async () => {
    const { sato, takahashi } = people;
    const left = await seriesOf(people, 'SAGA_TEAM_MEETING', ['takahashi'], 'チーム会議');
    const ahead = await meetingOf(sato, left.id, later(400));
    const live = await takahashi.listen();
    expect(await live.watch({ sessionId: ahead.id })).toMatchObject({ ok: true });
    const member = left.members.find((one: Json) => one.staffId === takahashi.staffId);
    await sato.do('endSeriesMembership', { membershipId: member.id, version: member.version, reason: '担当替え' });
    await live.until(() => live.dropped.includes(ahead.id));
    live.close();
    expect(await refusalOf(meeting(takahashi, ahead.id))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await takahashi.ask('{ meetingSeries { id } }')).meetingSeries).not.toContainEqual({ id: left.id });
    expect(await refused('sato', 'endSeries', { seriesId: left.id, version: 1, reason: '終了' })).toMatchObject({ code: 'CONFLICT' });
  });

  it('a target is of this year or a later one, and what is reported lies in it', async () => {
    const { sato, takahashi } = people;
    const year = Number(inDays(0).slice(0, 4)) - (inDays(0).slice(5, 7) < '04' ? 1 : 0);
    const set = { seriesId: series.id, fiscalYear: year, what: '就職した人', unit: 'PERSON', target: 220 };
    expect(await refused('sato', 'setTarget', { ...set, fiscalYear: year - 1 })).toMatchObject(at('input.fiscalYear', 'NOT_ALLOWED'));
    expect(await refused('takahashi', 'setTarget', set)).toMatchObject({ code: 'FORBIDDEN' });
    const { id: targetId } = await sato.do('setTarget', set);
    expect(await refused('takahashi', 'reportTarget', { targetId, onDay: inDays(1), actual: 3 })).toMatchObject(
      at('input.onDay', 'NOT_ALLOWED'),
    );
    expect(await refused('ito', 'reportTarget', { targetId, onDay: inDays(0), actual: 3 })).toMatchObject({ code: 'NOT_FOUND' });
    await takahashi.do('reportTarget', { targetId, onDay: inDays(0), actual: 143 });
    const query = 'query ($id: Uuid!) { series(seriesId: $id) { targets { what unit target reports { actual } } } }';
    expect((await sato.ask(query, { id: series.id })).series.targets).toEqual([
      { what: '就職した人', unit: 'PERSON', target: 220, reports: [{ actual: 143 }] },
    ]);
  });
});
