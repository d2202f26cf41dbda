import type { Person } from '../../src/commands/scenario/person.js';
import { agencyNamed } from '../support/consent.js';
import { House, inDays, refusalOf } from '../support/house.js';

let house: House;
let sato: Person, ito: Person;
let caseId: string;

beforeAll(async () => {
  house = await House.open();
  [sato, ito] = [await house.person('sato'), await house.person('ito')];
  ({ id: caseId } = await sato.do('openCase', { headline: '仕事を探し始めた', subject: { name: '森 さくら', kana: 'もり さくら' } }));
});
afterAll(() => house.close());

const categoriesSeenBy = async (person: Person): Promise<string[]> => {
  const { case: found } = await person.ask('query ($id: Uuid!) { case(id: $id) { records { category } } }', { id: caseId });
  return found.records.map(({ category }: { category: string }) => category).sort();
};

describe('the need-to-know table', () => {
  const setTo = (person: Person, level: string, more: object = {}) =>
    person.do('changeNeedToKnow', { profession: 'PUBLIC_HEALTH_NURSE', about: 'INCOME', level, reason: '手当の相談を受けるため', ...more });
  let morita: Person;

  beforeAll(async () => {
    const yamada = await house.person('yamada');
    const { id: staffId } = await yamada.do('addStaff', {
      name: '森田 光',
      kana: 'もりた ひかり',
      login: 'morita',
      password: 'tsunagi-demo-2026',
    });
    await yamada.do('postStaff', {
      staffId,
      agencyId: await agencyNamed(yamada, '武蔵野市'),
      profession: 'INFORMATION_OFFICER',
      since: inDays(0),
    });
    morita = await house.person('morita');
  });

  it('is changed by an information officer, with a reason, and acts at once', async () => {
    await sato.do('giveSeat', { caseId, staffId: ito.staffId });
    const takahashi = await house.person('takahashi');
    await sato.do('giveSeat', { caseId, staffId: takahashi.staffId });
    await takahashi.do('writeRecord', { caseId, category: 'INCOME', kind: 'NOTE', body: '手当' });
    expect(await categoriesSeenBy(ito)).toEqual([]);
    await setTo(morita, 'READ');
    expect(await categoriesSeenBy(ito)).toEqual(['INCOME']);
    await setTo(morita, 'NONE');
    expect(await categoriesSeenBy(ito)).toEqual([]);
    const { needToKnowChanges, needToKnow } = await ito.ask(
      '{ needToKnowChanges { level reason changedBy { name } } needToKnow { profession about level } }',
    );
    expect(needToKnowChanges[0]).toEqual({ level: 'NONE', reason: '手当の相談を受けるため', changedBy: { name: '森田 光' } });
    expect(needToKnow).toContainEqual({ profession: 'PUBLIC_HEALTH_NURSE', about: 'INCOME', level: 'NONE' });
  });

  it('is not changed by others, nor to what it says, nor so that everyone is locked out', async () => {
    expect(await refusalOf(setTo(await house.person('yamada'), 'READ'))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only information officers may do this.',
    });
    expect(await refusalOf(setTo(morita, 'NONE'))).toMatchObject({ code: 'CONFLICT' });
    expect(await refusalOf(setTo(morita, 'NONE', { profession: 'KEY_PERSON', about: 'HEALTH' }))).toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'input.level', code: 'NOT_ALLOWED' }],
    });
  });
});
