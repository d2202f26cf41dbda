import type { Live } from '../../src/commands/scenario/live.js';
import type { Person } from '../../src/commands/scenario/person.js';
import { agencyNamed, consentTo, FOR_WORK } from '../support/consent.js';
import { House, inDays, refusalOf } from '../support/house.js';

let house: House;
let sato: Person, ito: Person, watanabe: Person, nakamura: Person;
let caseId: string;
let memberId: string;
let childId: string;
let helloWork: string;
let health: string;

beforeAll(async () => {
  house = await House.open();
  [sato, ito, watanabe, nakamura] = (await Promise.all(['sato', 'ito', 'watanabe', 'nakamura'].map((login) => house.person(login)))) as [
    Person,
    Person,
    Person,
    Person,
  ];
  [helloWork, health] = [await agencyNamed(sato, 'ハローワーク三鷹'), await agencyNamed(sato, '健康課')];
});
beforeEach(async () => {
  const opened = await sato.do('openCase', family, 'id household { members { id relation } }');
  caseId = opened.id;
  const idOf = (relation: string) => opened.household.members.find((member: { relation: string }) => member.relation === relation).id;
  [memberId, childId] = [idOf('SUBJECT'), idOf('CHILD')];
});
afterAll(() => house.close());

const family = {
  headline: '仕事を探し始めた',
  subject: { name: '森 さくら', kana: 'もり さくら' },
  children: [{ name: '森 そら', kana: 'もり そら' }],
};
const statute = (more: object = {}) => ({
  caseId,
  statute: 'NEEDY_ACT_9',
  agencyId: helloWork,
  categories: ['EMPLOYMENT', 'LIFE'],
  purpose: 'SUPPORT_PLAN',
  necessity: '住まいを失うおそれがあり、仕事の状況を急ぎ共有する必要がある',
  telling: { note: '連絡が取れないため、まだ伝えていない' },
  ...more,
});
const form = (more: object = {}) => ({
  caseId,
  memberId,
  agencyIds: [helloWork],
  categories: FOR_WORK,
  purpose: 'EMPLOYMENT',
  evidence: 'SIGNED_FORM',
  givenOn: inDays(0),
  ...more,
});
const categoriesSeenBy = async (person: Person): Promise<string[]> => {
  const { case: found } = await person.ask('query ($id: Uuid!) { case(id: $id) { records { category } } }', { id: caseId });
  return found.records.map(({ category }: { category: string }) => category).sort();
};

describe('an agency outside the municipality', () => {
  it('is not brought to a case without a basis, and is with the client’s consent', async () => {
    const seat = () => sato.do('giveSeat', { caseId, staffId: watanabe.staffId });
    expect(await refusalOf(seat())).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('no basis') });
    await consentTo(sato, caseId);
    await seat();
    await sato.do('writeRecord', { caseId, category: 'EDUCATION', kind: 'NOTE', body: '資格' });
    await sato.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body: '生活' });
    expect(await categoriesSeenBy(watanabe)).toEqual(['EDUCATION']);
  });

  it('knows what its profession needs and its basis covers, and neither more than the one nor than the other', async () => {
    await sato.do('recordConsent', form({ categories: ['EMPLOYMENT', 'LIFE', 'HEALTH'] }));
    await sato.do('giveSeat', { caseId, staffId: watanabe.staffId });
    const suzuki = await house.person('suzuki');
    await sato.do('giveSeat', { caseId, staffId: suzuki.staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' });
    for (const category of ['EMPLOYMENT', 'EDUCATION', 'LIFE']) {
      await suzuki.do('writeRecord', { caseId, category, kind: 'NOTE', body: '記録' });
    }
    expect(await categoriesSeenBy(watanabe)).toEqual(['EMPLOYMENT']);
    const attempt = sato.do('offerTask', {
      caseId,
      category: 'EDUCATION',
      what: '講座を案内する',
      owner: { kind: 'STAFF', staffId: watanabe.staffId },
      dueOn: inDays(3),
    });
    expect(await refusalOf(attempt)).toMatchObject({ code: 'INVALID', fields: [{ path: 'input.owner.staffId', code: 'NOT_ALLOWED' }] });
  });

  it('may also know on a statute, with its necessity and whether the person was told, in the ledger', async () => {
    await sato.do('recordBasis', statute());
    await sato.do('giveSeat', { caseId, staffId: watanabe.staffId });
    const { disclosures } = await nakamura.ask(
      'query ($id: Uuid!) { disclosures(caseId: $id) { kind agency { name } categories purpose told necessity { body } toldHow { body } isLive recordedBy { name } } }',
      { id: caseId },
    );
    expect(disclosures).toEqual([
      expect.objectContaining({ kind: 'INTERNAL_USE', agency: { name: '子ども家庭支援センター' }, told: 'NOT_NEEDED' }),
      {
        kind: 'NEEDY_ACT_9',
        agency: { name: 'ハローワーク三鷹' },
        categories: ['EMPLOYMENT', 'LIFE'],
        purpose: 'SUPPORT_PLAN',
        told: 'NOT_TOLD',
        necessity: { body: statute().necessity },
        toldHow: { body: statute().telling.note },
        isLive: true,
        recordedBy: { name: '佐藤 恵' },
      },
    ]);
  });

  it('loses sight on the day after the last', async () => {
    await sato.do('recordConsent', form({ untilOn: inDays(1) }));
    await sato.do('giveSeat', { caseId, staffId: watanabe.staffId });
    const sees = () => watanabe.ask('query ($id: Uuid!) { case(id: $id) { id } }', { id: caseId });
    await sees();
    await house.travel(2);
    watanabe = await house.person('watanabe');
    expect(await refusalOf(sees())).toMatchObject({ code: 'NOT_FOUND' });
    await house.travel(0);
    watanabe = await house.person('watanabe');
  });
});

describe('a withdrawal', () => {
  let live: Live;
  afterEach(() => live.close());

  it('acts at once: nothing is read, the socket is dropped, what was asked of the agency stops, and the consent stays as it was', async () => {
    const consentId = await consentTo(sato, caseId);
    await sato.do('giveSeat', { caseId, staffId: watanabe.staffId });
    const task = await sato.do('offerTask', {
      caseId,
      category: 'EMPLOYMENT',
      what: '求人を探す',
      owner: { kind: 'STAFF', staffId: watanabe.staffId },
      dueOn: inDays(5),
    });
    await watanabe.do('acceptTask', { taskId: task.id, version: task.version });
    live = await watanabe.listen();
    await live.watch({ caseId });
    await live.watch({ inbox: true });

    const withdrawn = await sato.do(
      'withdrawConsent',
      { consentId, reason: '会社に知られたくない' },
      'isWithdrawn givenOn bases { end { why reason { body } } }',
    );
    expect(withdrawn).toEqual({
      isWithdrawn: true,
      givenOn: inDays(0),
      bases: [{ end: { why: 'WITHDRAWN', reason: { body: '会社に知られたくない' } } }],
    });
    await live.until(() => live.dropped.includes(caseId));
    expect(live.pointers).toEqual([]);
    expect(await refusalOf(watanabe.ask('query ($id: Uuid!) { case(id: $id) { headline } }', { id: caseId }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await watanabe.ask('{ today { tasksDue { id } } }')).today.tasksDue).toEqual([]);
    expect((await sato.ask('query ($id: Uuid!) { task(id: $id) { status reason { body } } }', { id: task.id })).task).toEqual({
      status: 'DECLINED',
      reason: { body: '会社に知られたくない' },
    });
    expect(await refusalOf(sato.do('withdrawConsent', { consentId, reason: 'もう一度' }))).toMatchObject({ code: 'CONFLICT' });
  });

  it('is a record of its own: not even the database changes what was agreed', async () => {
    live = await sato.listen();
    const consentId = await consentTo(sato, caseId);
    await expect(house.behind('update consent set given_on = given_on - 1 where id = $1', [consentId])).rejects.toThrow(
      'a basis is never edited',
    );
    await expect(house.behind('update basis set categories = $2 where consent_id = $1', [consentId, ['HEALTH']])).rejects.toThrow(
      'a basis is never edited',
    );
  });
});

it('the client’s refusal outweighs every other ground', async () => {
  await sato.do('giveSeat', { caseId, staffId: ito.staffId });
  await sato.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body: '記録' });
  expect(await categoriesSeenBy(ito)).toEqual(['LIFE']);
  await sato.do('recordConsent', form({ provision: 'DENY', agencyIds: [health], categories: ['LIFE'], purpose: 'SUPPORT_PLAN' }));
  expect(await categoriesSeenBy(ito)).toEqual([]);
});

describe('a basis is refused', () => {
  it.each([
    ['to a consent by someone who is not the subject', 'recordConsent', () => form({ memberId: childId }), 'input.memberId', 'NOT_ALLOWED'],
    ['to a consent of the day after', 'recordConsent', () => form({ givenOn: inDays(1) }), 'input.givenOn', 'OUT_OF_ORDER'],
    ['to a period that ends before it begins', 'recordConsent', () => form({ untilOn: inDays(-1) }), 'input.untilOn', 'OUT_OF_ORDER'],
    ['to a consent about nothing', 'recordConsent', () => form({ categories: [] }), 'input.categories', 'REQUIRED'],
    ['to a consent for nobody', 'recordConsent', () => form({ agencyIds: [] }), 'input.agencyIds', 'REQUIRED'],
    ['to words without a witness', 'recordConsent', () => form({ evidence: 'VERBAL_WITH_WITNESS' }), 'input.witnessStaffId', 'REQUIRED'],
    [
      'to oneself as one’s own witness',
      'recordConsent',
      () => form({ evidence: 'VERBAL_WITH_WITNESS', witnessStaffId: sato.staffId }),
      'input.witnessStaffId',
      'REQUIRED',
    ],
    [
      'to a statute that does not cover the category',
      'recordBasis',
      () => statute({ statute: 'PROTECTION_ACT_27_3', categories: ['SAFETY'] }),
      'input.categories',
      'NOT_ALLOWED',
    ],
    ['to a necessity without words', 'recordBasis', () => statute({ necessity: '  ' }), 'input.necessity', 'REQUIRED'],
    [
      'to an emergency without an end',
      'recordBasis',
      () => statute({ statute: 'EMERGENCY', untilOn: inDays(30) }),
      'input.untilOn',
      'OUT_OF_ORDER',
    ],
  ] as const)('%s', async (_, verb, input, path, code) => {
    expect(await refusalOf(sato.do(verb, input()))).toMatchObject({ code: 'INVALID', fields: [{ path, code }] });
  });

  it('when it contradicts a live consent, and to anyone who is not answerable for the case', async () => {
    await consentTo(sato, caseId);
    expect(await refusalOf(sato.do('recordConsent', form({ provision: 'DENY' })))).toMatchObject({ code: 'CONFLICT' });
    await sato.do('giveSeat', { caseId, staffId: watanabe.staffId });
    expect(await refusalOf(watanabe.do('recordConsent', form({ categories: ['HEALTH'] })))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only the key person and managers who oversee the case may do this.',
    });
  });
});
