import type { Live } from '../../src/commands/scenario/live.js';
import type { Json, Person } from '../../src/commands/scenario/person.js';
import { House, refusalOf } from '../support/house.js';

let house: House;
let sato: Person, kato: Person, ito: Person, takahashi: Person, nakamura: Person, watanabe: Person;
let caseId: string;
let number: string;
const open: Live[] = [];

beforeAll(async () => {
  house = await House.open();
  [sato, kato, ito, takahashi, nakamura, watanabe] = (await Promise.all(
    ['sato', 'kato', 'ito', 'takahashi', 'nakamura', 'watanabe'].map((login) => house.person(login)),
  )) as [Person, Person, Person, Person, Person, Person];
});
beforeEach(async () => {
  await house.travel(0);
  ({ id: caseId, number } = await sato.do(
    'openCase',
    { headline: '仕事を探し始めた', subject: { name: '森 さくら', kana: 'もり さくら' } },
    'id number',
  ));
  for (const { staffId } of [ito, takahashi]) await sato.do('giveSeat', { caseId, staffId });
  await note(ito, 'HEALTH', '服薬の記録');
  await note(sato, 'LIFE', '生活の記録');
});
afterEach(() => open.splice(0).forEach((live) => live.close()));
afterAll(() => house.close());

const note = (person: Person, category: string, body = '記録') => person.do('writeRecord', { caseId, category, kind: 'NOTE', body });
const REASON = '夜間に救急搬送され、服薬を確かめる必要がある';
const glass = (more: object = {}) => ({ caseNumber: number, categories: ['HEALTH'], reason: REASON, minutes: 30, ...more });
const ACCESS = 'id kind categories since until endedAt isLive review isOverdue staffId reason { body } answer { body } case { headline }';
const breakGlass = (person = kato, more: object = {}): Promise<Json> => person.do('breakGlass', glass(more), ACCESS);
const bodiesSeenBy = async (person: Person): Promise<string[]> => {
  const { case: found } = await person.ask('query ($id: Uuid!) { case(id: $id) { records { body } } }', { id: caseId });
  return found.records.map(({ body }: { body: string }) => body).sort();
};
const sightOf = (person: Person) => refusalOf(bodiesSeenBy(person));
const lastOf = async (person: Person): Promise<Json> =>
  (await person.ask('{ inbox { kind caseId sentence actorId note { body } } }')).inbox.at(-1);
const listening = async (person: Person, ...watches: object[]): Promise<Live> => {
  const live = await person.listen();
  open.push(live);
  for (const watch of watches) await live.watch(watch);
  return live;
};
const answered = (person: Person, accessId: string, verdict = 'JUSTIFIED') =>
  person.do('reviewExtraordinaryAccess', { accessId, verdict, answer: '救急隊の照会を確かめた' }, ACCESS);

describe('a caseworker who is not on the case breaks the glass', () => {
  it('and reads exactly what they named, at once and before everyone’s eyes, until it is answered for', async () => {
    const [satos, nakamuras] = [await listening(sato, { inbox: true }), await listening(nakamura, { inbox: true })];
    expect(await sightOf(kato)).toMatchObject({ code: 'NOT_FOUND' });
    const access = await breakGlass();
    expect(access).toMatchObject({ kind: 'BREAK_GLASS', isLive: true, review: 'PENDING', reason: { body: REASON } });
    expect(await bodiesSeenBy(kato)).toEqual(['服薬の記録']);

    const underWay = async (person: Person) => (await person.ask('{ accessesUnderWay { id case { number } } }')).accessesUnderWay;
    expect(await underWay(kato)).toEqual([{ id: access.id, case: { number } }]);
    expect(await underWay(sato)).toEqual([]);
    await Promise.all([satos, nakamuras].map((live) => live.until(() => live.pointers.length === 1)));
    for (const person of [sato, nakamura]) {
      expect(await lastOf(person)).toMatchObject({ kind: 'access.begun', caseId, actorId: kato.staffId, note: { body: REASON } });
      const { today, accessReviews } = await person.ask('{ today { reviewsToAnswer { id isOverdue } } accessReviews { id } }');
      expect(today.reviewsToAnswer).toContainEqual({ id: access.id, isOverdue: false });
      expect(accessReviews).toContainEqual({ id: access.id });
    }
    expect(await refusalOf(answered(kato, access.id))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only the key person or an overseeing manager other than the person who looked may do this.',
    });
    expect(await refusalOf(answered(takahashi, access.id))).toMatchObject({ code: 'NOT_FOUND' });

    const katos = await listening(kato, { inbox: true });
    expect(await answered(sato, access.id)).toMatchObject({ review: 'JUSTIFIED', isLive: true });
    await katos.until(() => katos.pointers.length === 1);
    expect(await lastOf(kato)).toMatchObject({ kind: 'access.reviewed', note: { body: '救急隊の照会を確かめた' } });
    expect(await refusalOf(answered(nakamura, access.id))).toMatchObject({ code: 'CONFLICT' });
    const { today } = await sato.ask('{ today { reviewsToAnswer { id } } }');
    expect(today.reviewsToAnswer).not.toContainEqual({ id: access.id });
  });

  it('for reading alone', async () => {
    await breakGlass();
    expect(await refusalOf(note(kato, 'HEALTH'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(kato.do('giveSeat', { caseId, staffId: watanabe.staffId }))).toMatchObject({ code: 'FORBIDDEN' });
    const { case: found } = await kato.ask(
      'query ($id: Uuid!) { case(id: $id) { headline seats { id } can(action: close) { allowed } } }',
      {
        id: caseId,
      },
    );
    expect(found).toMatchObject({ headline: '仕事を探し始めた', can: { allowed: false } });
    expect(found.seats).toHaveLength(3);
  });

  it('and sockets tell them of these categories and of no other', async () => {
    await breakGlass();
    const katos = await listening(kato, { caseId });
    await note(sato, 'LIFE');
    await note(ito, 'HEALTH');
    await katos.until(() => katos.pointers.length > 0);
    const [{ seq }] = (await house.behind('select max(seq)::float8 as seq from trail')) as [Json];
    expect(katos.pointers).toEqual([{ caseId, seq }]);
  });

  it('and others on the case see that it happened, not why', async () => {
    await breakGlass();
    const { trail } = await takahashi.ask('query ($id: Uuid!) { trail(caseId: $id) { kind sentence note { body } data { name value } } }', {
      id: caseId,
    });
    const begun = trail.find(({ kind }: Json) => kind === 'access.begun');
    expect(begun).toMatchObject({ note: null, sentence: expect.stringContaining('加藤 美咲') });
    expect(begun.sentence).toContain('began break-glass access, until');
  });
});

describe('it is over', () => {
  it('on time, for whoever asks again', async () => {
    await breakGlass(kato, { minutes: 5 });
    await house.wait(4);
    expect(await bodiesSeenBy(kato)).toEqual(['服薬の記録']);
    await house.wait(1);
    expect(await sightOf(kato)).toMatchObject({ code: 'NOT_FOUND' });
    await breakGlass();
  });

  it('at that very moment on open sockets', async () => {
    await breakGlass(kato, { minutes: 5 });
    await house.wait(5 - 1 / 60);
    const katos = await listening(kato, { caseId });
    await katos.until(() => katos.dropped.includes(caseId));
  });

  it.each([
    ['whoever looks', () => kato],
    ['the key person', () => sato],
  ])('at once when %s ends it, and those concerned hear of it', async (_, who) => {
    const { id: accessId } = await breakGlass();
    const katos = await listening(kato, { caseId });
    expect(await refusalOf(takahashi.do('endExtraordinaryAccess', { accessId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf(nakamura.do('endExtraordinaryAccess', { accessId }))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only the person who looks and the key person may do this.',
    });
    await who().do('endExtraordinaryAccess', { accessId });
    await katos.until(() => katos.dropped.includes(caseId));
    expect(await sightOf(kato)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await lastOf(nakamura)).toMatchObject({ kind: 'access.ended' });
    expect(await lastOf(who() === kato ? sato : kato)).toMatchObject({ kind: 'access.ended' });
    expect(await refusalOf(who().do('endExtraordinaryAccess', { accessId }))).toMatchObject({ code: 'CONFLICT' });
  });

  it('at once when it is found unjustified; who looked learns why, and nothing else of the case', async () => {
    const { id: accessId } = await breakGlass();
    expect(await answered(nakamura, accessId, 'UNJUSTIFIED')).toMatchObject({ review: 'UNJUSTIFIED', isLive: false });
    expect(await sightOf(kato)).toMatchObject({ code: 'NOT_FOUND' });
    const { inbox } = await kato.ask('{ inbox { kind caseId case { id } note { body } } }');
    expect(inbox.filter((entry: Json) => entry.caseId === caseId)).toEqual([
      { kind: 'access.reviewed', caseId, case: null, note: { body: '救急隊の照会を確かめた' } },
      { kind: 'access.ended', caseId, case: null, note: null },
    ]);
  });
});

it('someone on the case reads what their profession does not need, and a key person’s own is for a manager to judge', async () => {
  expect(await bodiesSeenBy(sato)).toEqual(['生活の記録']);
  const { id: accessId } = await breakGlass(sato);
  expect(await bodiesSeenBy(sato)).toEqual(['服薬の記録', '生活の記録'].sort());
  expect(await refusalOf(answered(sato, accessId))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await lastOf(nakamura)).toMatchObject({ kind: 'access.begun', actorId: sato.staffId });
  await house.wait(31);
  expect(await bodiesSeenBy(sato)).toEqual(['生活の記録']);
});

it('what nobody answered within three business days is overdue', async () => {
  const { id } = await breakGlass();
  await house.travel(14);
  const again = await house.person('sato');
  const { accessReviews } = await again.ask('{ accessReviews { id isOverdue } }');
  expect(accessReviews).toContainEqual({ id, isOverdue: true });
});

describe('the glass stays whole', () => {
  it.each([
    ['without a reason', { reason: '  ' }, 'input.reason', 'REQUIRED'],
    ['for nothing', { categories: [] }, 'input.categories', 'REQUIRED'],
    ['for longer than a day', { minutes: 1441 }, 'input.minutes', 'NOT_ALLOWED'],
    ['for less than five minutes', { minutes: 4 }, 'input.minutes', 'NOT_ALLOWED'],
  ])('%s', async (_, more, path, code) => {
    expect(await refusalOf(breakGlass(kato, more))).toMatchObject({ code: 'INVALID', fields: [{ path, code }] });
  });

  it('twice while one is live, also at the same instant', async () => {
    const attempts = await Promise.allSettled([breakGlass(), breakGlass(), breakGlass()]);
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(breakGlass(kato, { categories: ['LIFE'] }))).toMatchObject({
      code: 'CONFLICT',
      message: 'You already have an extraordinary access to this case.',
    });
  });

  it.each(['watanabe', 'nakamura', 'yamada'])('to %s, from outside or without cases of their own', async (login) => {
    const person = await house.person(login);
    for (const caseNumber of [number, '1999-0001'])
      expect(await refusalOf(breakGlass(person, { caseNumber }))).toMatchObject({
        code: 'FORBIDDEN',
        message: 'Only staff inside the municipality whose profession works on cases may do this.',
      });
  });

  it('on a number that does not exist, and alike on a case of another municipality', async () => {
    const unknown = await refusalOf(breakGlass(kato, { caseNumber: '1999-0001' }));
    expect(unknown).toMatchObject({ code: 'NOT_FOUND' });
    await house.behind(
      `with city as (insert into agency (id, name, kind, opened_on, version) values (gen_random_uuid(), '三鷹市', 'MUNICIPALITY', '2020-04-01', 1) returning id)
       update support_case set lead_agency_id = (select id from city) where id = $1`,
      [caseId],
    );
    expect(await refusalOf(breakGlass())).toEqual(unknown);
  });

  it('to be rewritten: not even the database changes what was asked or answered', async () => {
    const { id } = await breakGlass();
    await answered(sato, id);
    for (const change of [
      `categories = '{SAFETY}'`,
      `until = until + interval '1 hour'`,
      `review = 'UNJUSTIFIED'`,
      `review_id = reason_id`,
    ])
      await expect(house.behind(`update extraordinary_access set ${change} where id = $1`, [id])).rejects.toThrow('stays');
  });
});
