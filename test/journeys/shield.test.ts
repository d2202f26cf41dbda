import type { Person } from '../../src/commands/scenario/person.js';
import { at, closed, minutesText, opened, circleOf, type Circle } from '../support/conference.js';
import { ADDRESS, contact, contactsSeenBy, familyOf, lastInInbox, MOBILE, SPELLINGS, type Family } from '../support/family.js';
import { House, inDays, refusalOf } from '../support/house.js';

let house: House;
let people: Circle;
let sato: Person, suzuki: Person, takahashi: Person, watanabe: Person, nakamura: Person;

beforeAll(async () => {
  house = await House.open({ hidden: false });
  people = await circleOf(house);
  ({ sato, suzuki, takahashi, watanabe } = people);
  nakamura = await house.person('nakamura');
});
afterAll(() => house.close());

const team = async ({ caseId }: Family) => {
  await sato.do('giveSeat', { caseId, staffId: suzuki.staffId, profession: 'SINGLE_PARENT_SUPPORT_WORKER' });
  await sato.do('giveSeat', { caseId, staffId: takahashi.staffId });
  await sato.do('giveSeat', { caseId, staffId: watanabe.staffId });
};
const shield = (person: Person, { memberId }: Family, more: object = {}) =>
  person.do('shieldAddress', { memberId, reason: '転居先を知られると危険なため', ...more }, 'id version maskedTexts');

describe('where a family can be reached', () => {
  let family: Family;
  beforeAll(async () => {
    family = await familyOf(sato);
    await team(family);
  });

  it('is added by those who write contact data, and read by those who need it', async () => {
    await takahashi.do('addContactDetail', contact(family.memberId, 'MOBILE', MOBILE));
    expect(await contactsSeenBy(watanabe, family.caseId)).toMatchObject([{ value: MOBILE, category: 'IDENTITY' }]);
    expect(await refusalOf(watanabe.do('addContactDetail', contact(family.memberId)))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is never edited: it ends, and a new one takes its place', async () => {
    const [known] = await contactsSeenBy(takahashi, family.caseId);
    const ending = { contactDetailId: known.id, version: known.version };
    expect(await takahashi.do('endContactDetail', ending, 'until')).toEqual({ until: inDays(0) });
    expect(await refusalOf(takahashi.do('endContactDetail', { ...ending, version: 2 }))).toMatchObject({ code: 'CONFLICT' });
    const edit = house.behind(`update contact_detail set value = '緑町1-1' where id = $1`, [known.id]);
    await expect(edit).rejects.toMatchObject({ constraint: 'contact_detail_is_never_edited' });
  });

  it.each([
    ['ADDRESS', '緑町'],
    ['ADDRESS', '2-2-28'],
    ['PHONE', '1234'],
    ['EMAIL', 'haruka'],
  ])('is refused as %s when it is only %s', async (kind, value) => {
    const refusal = await refusalOf(takahashi.do('addContactDetail', contact(family.memberId, kind, value)));
    expect(refusal).toMatchObject(at('input.value', 'FORMAT'));
    expect(refusal.message).not.toContain(value);
  });

  it('is refused from a day to come', async () => {
    const tomorrow = { ...contact(family.memberId), since: inDays(1) };
    expect(await refusalOf(takahashi.do('addContactDetail', tomorrow))).toMatchObject(at('input.since', 'OUT_OF_ORDER'));
  });
});

describe('a shield', () => {
  let family: Family;
  let sessionId: string;
  let made: { id: string; version: number; maskedTexts: number };

  beforeAll(async () => {
    family = await familyOf(sato, '青木 ひかり', 'あおき ひかり');
    await team(family);
    const { caseId, memberId } = family;
    await takahashi.do('addContactDetail', contact(memberId));
    await takahashi.do('addContactDetail', contact(memberId, 'MOBILE', MOBILE));
    await takahashi.do('writeRecord', { caseId, category: 'HOUSING', kind: 'NOTE', body: `${SPELLINGS[2]}に転居した。8月3日に訪問。` });
    await sato.do('reviseHeadline', { caseId, version: 1, headline: `${SPELLINGS[1]}で暮らし始めた` });
    sessionId = (await opened(people, caseId, ['takahashi'], { place: `${SPELLINGS[4]}の集会室` })).id;
    await takahashi.do('makeStatement', { sessionId, category: 'LIFE', body: `電話は${SPELLINGS[6]}` });
    await closed(sato, sessionId);
  });

  it('is not for everyone on the case to put up', async () => {
    expect(await refusalOf(shield(watanabe, family))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(shield(sato, family, { requestedOn: inDays(1) }))).toMatchObject(at('input.requestedOn', 'OUT_OF_ORDER'));
    expect(await contactsSeenBy(watanabe, family.caseId)).toHaveLength(2);
  });

  it('hides at once what reaches the family, and takes it out of what was written before, in closed sessions too', async () => {
    made = await shield(sato, family, { authority: '女性相談支援センター', requestedOn: inDays(-3) });
    expect(made.maskedTexts).toBe(4);
    for (const person of [watanabe, takahashi, suzuki]) expect(await contactsSeenBy(person, family.caseId)).toEqual([]);
    expect(await contactsSeenBy(sato, family.caseId)).toMatchObject([{ category: 'SAFETY' }, { category: 'SAFETY' }]);
    const { case: found } = await takahashi.ask('query ($id: Uuid!) { case(id: $id) { headline records { body } } }', {
      id: family.caseId,
    });
    expect(found).toEqual({
      headline: '［非公開の連絡先］で暮らし始めた',
      records: [{ body: '［非公開の連絡先］に転居した。8月3日に訪問。' }],
    });
    const minutes = await minutesText(takahashi, sessionId);
    expect(minutes).toContain('［非公開の連絡先］の集会室');
    expect(minutes).toContain('電話は［非公開の連絡先］');
  });

  it('leaves a closed session closed to everything else', async () => {
    const change = house.behind(`update statement set body = '別の話' where session_id = $1`, [sessionId]);
    await expect(change).rejects.toMatchObject({ constraint: 'closed_session_is_frozen' });
  });

  it('is known to the managers, with its reason', async () => {
    expect(await lastInInbox(nakamura)).toMatchObject({ kind: 'address.shielded', note: { body: '転居先を知られると危険なため' } });
    expect(await refusalOf(shield(sato, family))).toMatchObject({ code: 'CONFLICT', message: 'This household is already shielded.' });
  });

  it.each(SPELLINGS)('refuses the words %s wherever others would read them, and says where they stand', async (words) => {
    const { caseId } = family;
    const write = (person: Person, verb: string, input: object) => refusalOf(person.do(verb, { caseId, ...input }, 'id'));
    const refusals = [
      await write(takahashi, 'writeRecord', { category: 'LIFE', kind: 'NOTE', body: `今は${words}にいる` }),
      await write(takahashi, 'writeRecord', { category: 'LIFE', kind: 'NOTE', body: '訪問', place: words }),
      await write(takahashi, 'offerTask', {
        category: 'SAFETY',
        what: `${words}を訪ねる`,
        dueOn: inDays(3),
        owner: { kind: 'STAFF', staffId: sato.staffId },
      }),
      await write(sato, 'reviseHeadline', { version: 3, headline: `${words}の家族` }),
    ];
    expect(refusals.map(({ fields }) => fields)).toEqual(
      ['input.body', 'input.place', 'input.what', 'input.headline'].map((path) => [{ path, code: 'NOT_ALLOWED' }]),
    );
    for (const { message } of refusals) expect(message).toBe('This contains contact data that is shielded. Please take it out.');
  });

  it('says where in a list the words stand, and in which reason', async () => {
    const questions = [
      { what: 'まず何を支えるか', category: 'LIFE' },
      { what: `${SPELLINGS[0]}での暮らし`, category: 'LIFE' },
    ];
    expect(await refusalOf(opened(people, family.caseId, ['takahashi'], { questions }))).toMatchObject(
      at('input.questions.1.what', 'NOT_ALLOWED'),
    );
    const handover = { caseId: family.caseId, staffId: takahashi.staffId, reason: `${SPELLINGS[0]}に近いため` };
    expect(await refusalOf(sato.do('offerHandover', handover))).toMatchObject(at('input.reason', 'NOT_ALLOWED'));
  });

  it('lets those who write of violence and abuse write the address among themselves', async () => {
    await sato.do('writeRecord', { caseId: family.caseId, category: 'SAFETY', kind: 'NOTE', body: `${ADDRESS}の避難先を確認` });
    const { case: seen } = await takahashi.ask('query ($id: Uuid!) { case(id: $id) { records { category } } }', { id: family.caseId });
    expect(seen.records).toEqual([{ category: 'HOUSING' }]);
  });

  it('covers what is added later, also by someone who may not read it any more', async () => {
    await takahashi.do('writeRecord', { caseId: family.caseId, category: 'LIFE', kind: 'NOTE', body: '新しい住まいは境南町4丁目5番6号' });
    const added = await takahashi.do('addContactDetail', contact(family.memberId, 'ADDRESS', '武蔵野市境南町4-5-6'), 'value');
    expect(added).toBeNull();
    expect(await contactsSeenBy(takahashi, family.caseId)).toEqual([]);
    expect(await contactsSeenBy(sato, family.caseId)).toHaveLength(3);
    const { case: found } = await takahashi.ask('query ($id: Uuid!) { case(id: $id) { records { body } } }', { id: family.caseId });
    expect(found.records.map(({ body }: { body: string }) => body)).toContain('新しい住まいは［非公開の連絡先］');
  });

  it('cannot be undone behind the product either', async () => {
    const reveal = house.behind(`update contact_detail set category = 'IDENTITY' where member_id = $1`, [family.memberId]);
    await expect(reveal).rejects.toMatchObject({ constraint: 'shielded_contact_is_safety' });
    const lift = house.behind(`update address_shield set until = tsunagi_now() where id = $1`, [made.id]);
    await expect(lift).rejects.toMatchObject({ constraint: 'shield_needs_two' });
    const [row] = await house.behind(`select household_id, member_id from contact_detail where member_id = $1 limit 1`, [family.memberId]);
    const born = house.behind(
      `insert into contact_detail values (gen_random_uuid(), $1, $2, 'IDENTITY', 'PHONE', '0422-55-9999', tsunagi_today(), null, 1)`,
      [row.household_id, row.member_id],
    );
    await expect(born).rejects.toMatchObject({ constraint: 'shielded_contact_is_safety' });
    const written = house.behind(`update support_case set headline = $2 where id = $1`, [family.caseId, SPELLINGS[3]]);
    await expect(written).rejects.toMatchObject({ constraint: 'shielded_words_stay_out', detail: undefined });
  });

  it('is ended by two people only, and shows contact data again, but not an address that they left under it', async () => {
    const [moved] = (await contactsSeenBy(sato, family.caseId)).filter(({ value }) => value === '武蔵野市境南町4-5-6');
    await sato.do('endContactDetail', { contactDetailId: moved.id, version: moved.version });
    const { case: found } = await sato.ask('query ($id: Uuid!) { case(id: $id) { shield { version } } }', { id: family.caseId });
    const at = (version: number) => ({ shieldId: made.id, version });
    const { version } = found.shield;
    expect(await refusalOf(sato.do('confirmEndOfShield', at(version)))).toMatchObject({ code: 'CONFLICT' });
    expect(await refusalOf(takahashi.do('endShield', { ...at(version), reason: '不要' }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(watanabe.do('endShield', { ...at(version), reason: '不要' }))).toMatchObject({ code: 'NOT_FOUND' });
    await sato.do('endShield', { ...at(version), reason: '相手方が転居したため' });
    expect(await lastInInbox(nakamura)).toMatchObject({ kind: 'shield.end-asked', note: { body: '相手方が転居したため' } });
    expect(await refusalOf(sato.do('confirmEndOfShield', at(version + 1)))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only the key person or an overseeing manager, other than the one who asked for its end may do this.',
    });
    await nakamura.do('keepShield', at(version + 1));
    expect(await contactsSeenBy(watanabe, family.caseId)).toEqual([]);
    await nakamura.do('endShield', { ...at(version + 2), reason: '再度確認したため' });
    const ended = await sato.do('confirmEndOfShield', at(version + 3), 'until endAskedById endedById');
    expect(ended).toEqual({ until: expect.any(String), endAskedById: nakamura.staffId, endedById: sato.staffId });
    expect((await contactsSeenBy(watanabe, family.caseId)).map(({ value }) => value).sort()).toEqual([MOBILE, ADDRESS].sort());
    expect(await refusalOf(sato.do('endShield', { ...at(version + 4), reason: '二度目' }))).toMatchObject({ code: 'CONFLICT' });
  });
});

it('a shield and a text that are written at the same instant do not pass each other', async () => {
  const family = await familyOf(sato, '青木 渚', 'あおき なぎさ');
  await team(family);
  await takahashi.do('addContactDetail', contact(family.memberId));
  const body = `${SPELLINGS[2]}を訪ねた`;
  const writing = Array.from({ length: 8 }, () =>
    takahashi.do('writeRecord', { caseId: family.caseId, category: 'LIFE', kind: 'NOTE', body }).catch(() => null),
  );
  await Promise.all([...writing, shield(sato, family)]);
  const texts = await house.behind(`select body from record where case_id = $1`, [family.caseId]);
  expect(texts.filter((one) => one.body.includes('緑町'))).toEqual([]);
});

it('a household that comes back keeps its shield', async () => {
  const family = await familyOf(sato, '青木 栞', 'あおき しおり');
  await shield(sato, family);
  const { case: first } = await sato.ask('query ($id: Uuid!) { case(id: $id) { version householdId } }', { id: family.caseId });
  await sato.do('closeCase', { caseId: family.caseId, version: first.version, reason: '転出' });
  const again = await sato.do('openCase', { householdId: first.householdId, headline: '戻ってきた' }, 'shield { memberId }');
  expect(again.shield).toEqual({ memberId: family.memberId });
});
