import { SENTENCES } from '../../src/modules/responsibility/sentences.js';
import { KINDS } from '../../src/trail/kinds.js';
import { Person } from '../../src/commands/scenario/person.js';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { House } from '../support/house.js';

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

it('every kind of entry has a sentence in both languages', () => {
  expect(Object.keys(SENTENCES).sort()).toEqual([...KINDS].sort());
  for (const { ja, en } of Object.values(SENTENCES)) {
    expect(ja).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
  }
});
