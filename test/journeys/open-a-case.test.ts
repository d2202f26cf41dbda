import { consentTo } from '../support/consent.js';
import { House, refusalOf } from '../support/house.js';

let house: House;
beforeAll(async () => void (house = await House.open()));
afterAll(() => house.close());

const family = {
  headline: '離婚後の生活と仕事の立て直し',
  subject: { name: '森 さくら', kana: 'もり さくら', bornOn: '1990-05-03' },
  children: [{ name: '森 そら', kana: 'モリ ソラ', bornOn: '2018-09-12', schoolName: '第三小学校', schoolKind: 'ELEMENTARY' }],
};

it('a child caseworker opens a case, is its key person, and seats a navigator who reads no children', async () => {
  const sato = await house.person('sato');
  const opened = await sato.do(
    'openCase',
    family,
    'id number headline keyPerson { staffId } household { members { relation kana schoolings { schoolName } } } can(action: convene) { allowed because }',
  );
  expect(opened).toMatchObject({
    headline: family.headline,
    keyPerson: { staffId: sato.staffId },
    household: {
      members: [
        { relation: 'CHILD', kana: 'モリ　ソラ', schoolings: [{ schoolName: '第三小学校' }] },
        { relation: 'SUBJECT', kana: 'モリ　サクラ' },
      ],
    },
    can: { allowed: true, because: 'as key person' },
  });
  expect(opened.number).toMatch(/^\d{4}-\d{4}$/);

  const watanabe = await house.person('watanabe');
  const asked = `query ($id: Uuid!) { case(id: $id) { headline household { members { relation } } can(action: convene) { allowed because } } }`;
  expect(await refusalOf(watanabe.ask(asked, { id: opened.id }))).toMatchObject({ code: 'NOT_FOUND' });

  await consentTo(sato, opened.id);
  await sato.do('giveSeat', { caseId: opened.id, staffId: watanabe.staffId });
  expect(await watanabe.ask(asked, { id: opened.id })).toEqual({
    case: {
      headline: family.headline,
      household: { members: [{ relation: 'SUBJECT' }] },
      can: { allowed: false, because: 'Only the key person may do this.' },
    },
  });
});
