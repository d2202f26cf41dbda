import type { Json, Person } from '../../src/commands/scenario/person.js';
import { consentTo } from '../support/consent.js';
import { House, refusalOf } from '../support/house.js';

let house: House;
let sato: Person, kato: Person, ito: Person, takahashi: Person, nakamura: Person, watanabe: Person;
let caseId: string;

beforeAll(async () => {
  house = await House.open();
  [sato, kato, ito, takahashi, nakamura, watanabe] = (await Promise.all(
    ['sato', 'kato', 'ito', 'takahashi', 'nakamura', 'watanabe'].map((login) => house.person(login)),
  )) as [Person, Person, Person, Person, Person, Person];
  ({ id: caseId } = await sato.do('openCase', { headline: '仕事を探し始めた', subject: { name: '森 さくら', kana: 'もり さくら' } }));
  await consentTo(sato, caseId);
  for (const { staffId } of [ito, takahashi, watanabe]) await sato.do('giveSeat', { caseId, staffId });
  await ito.do('writeRecord', { caseId, category: 'HEALTH', kind: 'NOTE', body: '服薬の記録' });
  await sato.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body: '生活の記録' });
});
afterAll(() => house.close());

const PURPOSE = '苦情の申し立てを調べる';
const look = (person: Person, more: object = {}): Promise<Json> =>
  person.do('lookIntoCase', { caseId, categories: ['HEALTH'], purpose: PURPOSE, minutes: 60, ...more }, 'id kind reason { body }');
const judge = (person: Person, accessId: string) =>
  person.do('reviewExtraordinaryAccess', { accessId, verdict: 'JUSTIFIED', answer: '申し立ての調査だった' });
const bodiesSeenBy = async (person: Person): Promise<string[]> => {
  const { case: found } = await person.ask('query ($id: Uuid!) { case(id: $id) { records { body } } }', { id: caseId });
  return found.records.map(({ body }: { body: string }) => body);
};
const lastOf = async (person: Person): Promise<Json> => (await person.ask('{ inbox { kind actorId note { body } } }')).inbox.at(-1);

it('a manager reads content only with a stated purpose, recorded, which the key person judges', async () => {
  expect(await bodiesSeenBy(nakamura)).toEqual([]);
  const access = await look(nakamura);
  expect(access).toMatchObject({ kind: 'OVERSIGHT', reason: { body: PURPOSE } });
  expect(await bodiesSeenBy(nakamura)).toEqual(['服薬の記録']);
  expect(await lastOf(sato)).toEqual({ kind: 'access.begun', actorId: nakamura.staffId, note: { body: PURPOSE } });
  expect(await refusalOf(judge(nakamura, access.id))).toMatchObject({ code: 'FORBIDDEN' });
  await judge(sato, access.id);
  expect(await lastOf(nakamura)).toEqual({ kind: 'access.reviewed', actorId: sato.staffId, note: { body: '申し立ての調査だった' } });
  await house.wait(60);
  expect(await bodiesSeenBy(nakamura)).toEqual([]);
});

it.each([
  ['without a purpose', { purpose: '' }, 'input.purpose', 'REQUIRED'],
  ['into nothing', { categories: [] }, 'input.categories', 'REQUIRED'],
  ['for no time', { minutes: 0 }, 'input.minutes', 'NOT_ALLOWED'],
])('a manager does not look %s', async (_, more, path, code) => {
  expect(await refusalOf(look(nakamura, more))).toMatchObject({ code: 'INVALID', fields: [{ path, code }] });
});

it('it is not for people on the case, and there is no case for those who are not', async () => {
  for (const person of [takahashi, watanabe, sato])
    expect(await refusalOf(look(person))).toMatchObject({ code: 'FORBIDDEN', message: 'Only managers who oversee the case may do this.' });
  expect(await refusalOf(look(kato))).toMatchObject({ code: 'NOT_FOUND' });
});
