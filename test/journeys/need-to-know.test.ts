import type { Person } from '../../src/commands/scenario/person.js';
import { House, refusalOf } from '../support/house.js';

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
  let ota: Person;
  beforeAll(async () => void (ota = await house.person('ota')));

  const effect = (person: Person, profession: string, about: string, level: string) =>
    person
      .ask(
        `query ($profession: NeedToKnowWho!, $about: InformationCategory!, $level: NeedToKnowLevel!) {
          needToKnowEffect(profession: $profession, about: $about, level: $level) { before gaining losing places } }`,
        { profession, about, level },
      )
      .then(({ needToKnowEffect }) => needToKnowEffect);

  it('is changed by an information officer, with a reason, and acts at once', async () => {
    await sato.do('giveSeat', { caseId, staffId: ito.staffId });
    const takahashi = await house.person('takahashi');
    await sato.do('giveSeat', { caseId, staffId: takahashi.staffId });
    await takahashi.do('writeRecord', { caseId, category: 'INCOME', kind: 'NOTE', body: '手当' });
    expect(await categoriesSeenBy(ito)).toEqual([]);
    await setTo(ota, 'READ');
    expect(await categoriesSeenBy(ito)).toEqual(['INCOME']);
    await setTo(ota, 'NONE');
    expect(await categoriesSeenBy(ito)).toEqual([]);
    const { needToKnowChanges, needToKnow } = await ito.ask(
      '{ needToKnowChanges { level reason changedBy { name } } needToKnow { profession about level } }',
    );
    expect(needToKnowChanges[0]).toEqual({ level: 'NONE', reason: '手当の相談を受けるため', changedBy: { name: '太田 千尋' } });
    expect(needToKnow).toContainEqual({ profession: 'PUBLIC_HEALTH_NURSE', about: 'INCOME', level: 'NONE' });
  });

  it('says before a change whom it touches: by the rules themselves, so that what it says is what then happens', async () => {
    // 伊藤 is the only nurse with a seat, on one case; her agency has a basis for everything that the municipality uses itself.
    expect(await effect(ota, 'PUBLIC_HEALTH_NURSE', 'HOUSING', 'READ')).toEqual({ before: 'HEADLINE', gaining: 1, losing: 0, places: 1 });
    expect(await effect(ota, 'PUBLIC_HEALTH_NURSE', 'HOUSING', 'NONE')).toEqual({ before: 'HEADLINE', gaining: 0, losing: 1, places: 1 });
    expect(await effect(ota, 'PUBLIC_HEALTH_NURSE', 'HOUSING', 'HEADLINE')).toMatchObject({ gaining: 0, losing: 0, places: 0 });
    // 渡辺 has no seat, so that nobody gains anything yet.
    expect(await effect(ota, 'HELLO_WORK_NAVIGATOR', 'HEALTH', 'READ')).toMatchObject({ gaining: 0, places: 0 });
    // 佐藤 reads housing as key person, whatever her profession gives.
    expect(await effect(ota, 'CHILD_CASEWORKER', 'HOUSING', 'NONE')).toMatchObject({ losing: 0 });
    expect(await refusalOf(effect(ota, 'KEY_PERSON', 'HEALTH', 'NONE'))).toMatchObject({ code: 'INVALID' });
    expect(await refusalOf(effect(sato, 'CASEWORKER', 'HEALTH', 'READ'))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is not changed by others, nor to what it says, nor so that everyone is locked out', async () => {
    expect(await refusalOf(setTo(await house.person('yamada'), 'READ'))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only information officers may do this.',
    });
    expect(await refusalOf(setTo(ota, 'NONE'))).toMatchObject({ code: 'CONFLICT' });
    expect(await refusalOf(setTo(ota, 'NONE', { profession: 'KEY_PERSON', about: 'HEALTH' }))).toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'input.level', code: 'NOT_ALLOWED' }],
    });
  });
});
