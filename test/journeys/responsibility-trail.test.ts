import { SENTENCES } from '../../src/modules/responsibility/sentences.js';
import { KINDS } from '../../src/trail/kinds.js';
import { Person } from '../../src/commands/scenario/person.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { House, inDays, refusalOf } from '../support/house.js';

let house: House;
beforeAll(async () => void (house = await House.open()));
afterAll(() => house.close());

const trail = `query ($caseId: Uuid!, $after: Int) { trail(caseId: $caseId, after: $after) {
  seq at kind actorId actor { name } case { id headline } category aboutType aboutId to state { name value } data { name value } hash sentence } }`;
const family = { headline: '仕事と住まいの立て直し', subject: { name: '森 さくら', kana: 'モリ サクラ', bornOn: '1990-05-03' } };

it('a caseworker reads in words what happened on her case, and someone without a seat reads nothing', async () => {
  const sato = await house.person('sato');
  const ito = await house.person('ito');
  const { id: caseId } = await sato.do('openCase', family);
  await sato.do('giveSeat', { caseId, staffId: ito.staffId });

  const { trail: entries } = await sato.ask(trail, { caseId });
  expect(entries.map((entry: { sentence: string }) => entry.sentence)).toEqual([
    '佐藤 恵 opened the case, led by 子ども家庭支援センター.',
    '佐藤 恵 gave 佐藤 恵 (子ども家庭支援センター) a seat on the case.',
    '佐藤 恵 recorded a basis for telling 子ども家庭支援センター.',
    '佐藤 恵 (子ども家庭支援センター) became key person.',
    '佐藤 恵 gave 伊藤 由美 (健康課) a seat on the case.',
    '佐藤 恵 recorded a basis for telling 健康課.',
  ]);
  expect(entries[4]).toMatchObject({
    kind: 'seat.given',
    actorId: sato.staffId,
    actor: { name: '佐藤 恵' },
    case: { id: caseId, headline: family.headline },
    category: 'COORDINATION',
    aboutType: 'Seat',
    to: [ito.staffId],
    state: expect.arrayContaining([
      { name: 'staffId', value: ito.staffId },
      { name: 'until', value: null },
    ]),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect((await ito.ask(trail, { caseId, after: entries[3].seq })).trail).toEqual(entries.slice(4));
  expect(await (await house.person('watanabe')).ask(trail, { caseId })).toEqual({ trail: [] });

  const inJapanese = await Person.signIn(house.address, 'sato', DEMO_PASSWORD, 'ja');
  expect((await inJapanese.ask(trail, { caseId })).trail[4].sentence).toBe('佐藤 恵が伊藤 由美（健康課）を担当者に加えました。');
});

it('is read from its newest entry back to its first, a stretch at a time, and each stretch in the order in which it happened', async () => {
  const sato = await house.person('sato');
  const another = { headline: '進学と家計の見通し', subject: { name: '原 みどり', kana: 'ハラ ミドリ', bornOn: '1986-02-11' } };
  const { id: caseId } = await sato.do('openCase', another);
  for (const day of ['月', '火', '水']) await sato.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body: `${day}曜日の様子` });
  const back = 'query ($caseId: Uuid!, $before: Int, $last: Int) { trail(caseId: $caseId, before: $before, last: $last) { seq kind } }';
  const stretch = async (before: number | null, last: number | null) => (await sato.ask(back, { caseId, before, last })).trail;

  const whole = await stretch(null, null);
  expect(whole.at(-1).kind).toBe('record.written');
  const newest = await stretch(null, 2);
  const earlier = await stretch(newest[0].seq, 2);
  const rest = await stretch(earlier[0].seq, 500);
  expect([...rest, ...earlier, ...newest]).toEqual(whole);
  expect(await stretch(whole[0].seq, 2)).toEqual([]);

  const bothEnds = 'query ($caseId: Uuid!) { trail(caseId: $caseId, first: 1, last: 1) { seq } }';
  expect(await refusalOf(sato.ask(bothEnds, { caseId }))).toMatchObject({
    code: 'INVALID',
    fields: [{ path: 'last', code: 'NOT_ALLOWED' }],
  });
  const ofHistory = `query ($caseId: Uuid!, $on: CalendarDate!) { responsibility(caseId: $caseId, on: $on) { history(last: 1) { seq } } }`;
  const { responsibility } = await sato.ask(ofHistory, { caseId, on: inDays(0) });
  expect(responsibility.history).toHaveLength(1);
});

it('every kind of entry has a sentence in both languages', () => {
  expect(Object.keys(SENTENCES).sort()).toEqual([...KINDS].sort());
  for (const { ja, en } of Object.values(SENTENCES)) {
    expect(ja).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
  }
});
