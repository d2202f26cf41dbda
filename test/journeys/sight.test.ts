import { INFORMATION_CATEGORIES } from '../../src/permissions/categories.js';
import type { Person } from '../../src/commands/scenario/person.js';
import { consentTo } from '../support/consent.js';
import { House, inDays, refusalOf } from '../support/house.js';

let house: House;
let sato: Person, ito: Person, watanabe: Person, takahashi: Person;
let caseId: string;

beforeAll(async () => {
  house = await House.open();
  [sato, ito, watanabe, takahashi] = (await Promise.all(['sato', 'ito', 'watanabe', 'takahashi'].map((login) => house.person(login)))) as [
    Person,
    Person,
    Person,
    Person,
  ];
  ({ id: caseId } = await sato.do('openCase', { headline: '仕事を探し始めた', subject: { name: '森 さくら', kana: 'もり さくら' } }));
  await sato.do('giveSeat', { caseId, staffId: ito.staffId });
});
afterAll(() => house.close());

const SIGHT = `query ($caseId: Uuid!, $staffId: Uuid!, $on: CalendarDate) {
  sight(caseId: $caseId, staffId: $staffId, on: $on) { isSeated isKeyPerson mayJoin categories { category level because } sessions { because } } }`;
const sightOf = async (asker: Person, whom: Person, on?: string) => (await asker.ask(SIGHT, { caseId, staffId: whom.staffId, on })).sight;
const into = (sight: { categories: { category: string }[] }, category: string) => sight.categories.find((one) => one.category === category);

it('tells the convener, before she invites anyone, what each of them would see', async () => {
  const navigator = await sightOf(sato, watanabe);
  expect(navigator).toMatchObject({ isSeated: false, mayJoin: false });
  expect(into(navigator, 'EMPLOYMENT')).toEqual({
    category: 'EMPLOYMENT',
    level: 'NONE',
    because: 'There is no basis for telling ハローワーク三鷹.',
  });
  const caseworker = await sightOf(sato, takahashi);
  expect(caseworker).toMatchObject({ isSeated: false, mayJoin: true });
  expect(into(caseworker, 'INCOME')).toMatchObject({
    level: 'WRITE',
    because: expect.stringContaining('As caseworker reads and writes: 生活福祉課 has internal use'),
  });

  await consentTo(sato, caseId, 'ハローワーク三鷹', { untilOn: inDays(30) });
  const agreed = await sightOf(sato, watanabe);
  expect(agreed.mayJoin).toBe(true);
  expect(into(agreed, 'EMPLOYMENT')).toEqual({
    category: 'EMPLOYMENT',
    level: 'WRITE',
    because: `As hello work navigator reads and writes: ハローワーク三鷹 has the client’s consent, from ${inDays(0)} to ${inDays(30)}.`,
  });
  expect(into(agreed, 'LIFE')).toMatchObject({ level: 'NONE', because: 'There is no basis for telling ハローワーク三鷹.' });
});

it('explains to someone on the case why they see something, and why they do not', async () => {
  const nurse = await sightOf(ito, ito);
  expect(nurse).toMatchObject({ isSeated: true, isKeyPerson: false });
  expect(into(nurse, 'HEALTH')).toMatchObject({ level: 'WRITE' });
  expect(into(nurse, 'INCOME')).toEqual({
    category: 'INCOME',
    level: 'NONE',
    because: 'The work of a public health nurse does not need income.',
  });
  expect(into(await sightOf(ito, sato), 'INCOME')).toMatchObject({
    level: 'READ',
    because: expect.stringContaining('As key person reads'),
  });
});

it('says exactly what the doors do: each category, each level', async () => {
  for (const category of INFORMATION_CATEGORIES) {
    for (const person of [sato, ito]) {
      const sight = into(await sightOf(sato, person), category) as unknown as { level: string };
      const attempt = await person.do('writeRecord', { caseId, category, kind: 'NOTE', body: '記録' }).then(
        () => 'WRITE',
        () => 'less',
      );
      expect({ category, writes: attempt === 'WRITE' }).toEqual({ category, writes: sight.level === 'WRITE' });
    }
  }
  const { case: found } = await ito.ask('query ($id: Uuid!) { case(id: $id) { records { category } } }', { id: caseId });
  const seen = new Set(found.records.map((record: { category: string }) => record.category));
  const written = new Set(
    await house
      .behind<{ category: string }>('select distinct category from record where case_id = $1', [caseId])
      .then((rows) => rows.map((row) => row.category)),
  );
  for (const category of written) {
    const { level } = into(await sightOf(ito, ito), category) as unknown as { level: string };
    expect({ category, reads: seen.has(category) }).toEqual({ category, reads: ['READ', 'WRITE'].includes(level) });
  }
});

it('explains what somebody sees by break-glass, to everyone on the case, and for how long', async () => {
  const takahashiNearby = await house.person('takahashi');
  const { case: found } = await sato.ask('query ($id: Uuid!) { case(id: $id) { number } }', { id: caseId });
  const glass = { caseNumber: found.number, categories: ['HEALTH'], reason: '救急搬送の連絡', minutes: 30 };
  await takahashiNearby.do('breakGlass', glass);
  const sight = await sightOf(ito, takahashiNearby);
  expect(into(sight, 'HEALTH')).toEqual({
    category: 'HEALTH',
    level: 'READ',
    because: expect.stringMatching(/^Reads by break-glass, until \d{4}-\d\d-\d\d \d\d:\d\d\.$/),
  });
  expect(into(sight, 'SAFETY')).toMatchObject({ because: expect.not.stringContaining('break-glass') });
  await house.wait(31);
  expect(into(await sightOf(ito, takahashiNearby), 'HEALTH')).toMatchObject({ because: expect.not.stringContaining('break-glass') });
});

it('explains what a member of a session without consent reads there, to those who may know of it', async () => {
  const startsAt = `${inDays(2)}T01:00:00Z`;
  const session = { caseId, reason: '安全の確認', place: '会議室', startsAt, endsAt: `${inDays(2)}T02:00:00Z`, kind: 'SUPPORT_MEETING' };
  await sato.do('conveneSession', {
    ...session,
    questions: [{ what: '見守りの体制', category: 'COORDINATION' }],
    invitees: [{ staffId: ito.staffId }],
  });
  const [member] = (await sightOf(sato, ito)).sessions;
  expect(member.because).toMatch(
    /^As a member of session 1, held without consent, reads of what was said there .*health.* and what coordinates\.$/,
  );
  const outsider = await house.person('takahashi');
  await sato.do('giveSeat', { caseId, staffId: outsider.staffId });
  expect((await sightOf(outsider, ito)).sessions).toEqual([]);
});

it('remembers how it was on an earlier day', async () => {
  await house.travel(3);
  [sato, watanabe] = [await house.person('sato'), await house.person('watanabe')];
  await sato.do('giveSeat', { caseId, staffId: watanabe.staffId });
  const { disclosures } = await sato.ask('query ($id: Uuid!) { disclosures(caseId: $id) { consent { id } } }', { id: caseId });
  const consent = disclosures.find((basis: { consent: object | null }) => basis.consent !== null).consent;
  await sato.do('withdrawConsent', { consentId: consent.id, reason: '気持ちが変わった' });
  expect(into(await sightOf(sato, watanabe), 'EMPLOYMENT')).toMatchObject({ level: 'NONE' });
  expect(into(await sightOf(sato, watanabe, inDays(1)), 'EMPLOYMENT')).toMatchObject({ level: 'WRITE' });
  expect((await sightOf(sato, watanabe, inDays(1))).isSeated).toBe(false);
});

it('exports the whole ledger for a request for disclosure', async () => {
  const { disclosuresCsv } = await sato.ask('query ($id: Uuid!) { disclosuresCsv(caseId: $id) }', { id: caseId });
  const [headings, ...lines] = disclosuresCsv.replace('\uFEFF', '').trim().split('\r\n');
  expect(headings).toContain('提供先,可否,根拠');
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(
    /^ハローワーク三鷹,可,本人の同意,,就業・職歴・求職希望、学歴・資格・修学、職業相談の内容、連絡先・番号,就労支援,,本人が同意,.*気持ちが変わった,佐藤 恵,渡辺 誠$/,
  );
});

it.each([
  ['a day to come', () => sightOf(sato, ito, inDays(30)), 'INVALID'],
  ['a case that the one who asks may not see', () => house.person('kato').then((kato) => sightOf(kato, ito)), 'NOT_FOUND'],
  ['someone of several postings without saying which', () => house.person('suzuki').then((suzuki) => sightOf(sato, suzuki)), 'INVALID'],
] as const)('refuses to explain %s', async (_, attempt, code) => {
  expect(await refusalOf(attempt())).toMatchObject({ code });
});
