import { readdir } from 'node:fs/promises';
import type { Json, Person } from '../../src/commands/scenario/person.js';
import { examine } from '../../src/commands/trail-verify/examine.js';
import { MARK, tellSecrets, type SecretCase } from '../policy/secret-case.js';
import { asNobody, codeOf, fetchFile, type Answered } from '../support/files.js';
import { House, inDays, refusalOf } from '../support/house.js';

let house: House;
let sato: Person, ota: Person, nakamura: Person, kato: Person;
let secret: SecretCase;
let number: string;

beforeAll(async () => {
  house = await House.open({ hidden: false });
  [ota, nakamura, kato] = (await Promise.all(['ota', 'nakamura', 'kato'].map((login) => house.person(login)))) as [Person, Person, Person];
  secret = await tellSecrets(house);
  sato = secret.keyPerson;
  ({ number } = (await sato.ask('query ($id: Uuid!) { case(id: $id) { number } }', { id: secret.caseId })).case);
});
afterAll(() => house.close());

/** The case ends, with everything in it as it stands, so that every kind of row is there to be erased. */
const closed = async () => {
  await house.behind('alter table address_shield disable trigger two');
  await house.behind('update address_shield set until = tsunagi_now() where case_id = $1', [secret.caseId]);
  await house.behind('alter table address_shield enable trigger two');
  await house.behind(`update support_case set status = 'CLOSED', closed_at = tsunagi_now() where id = $1`, [secret.caseId]);
};
const propose = (person: Person, more: object = {}) =>
  person.do('proposeDisposal', { caseNumber: number, ground: 'REQUEST', reason: '請求第12号', ...more });
const due = async (on: string): Promise<Json[]> =>
  (await ota.ask('query ($on: CalendarDate!) { disposalsDue(on: $on) { caseNumber dueOn because isHeld isProposed } }', { on }))
    .disposalsDue;
const tables = async () =>
  (
    await house.behind<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'm') order by 1`,
    )
  ).map(({ name }) => name);
/** In which tables of the whole database a word stands. */
const found = async (word: string): Promise<string[]> => {
  const each = (await tables()).map((name) => `select '${name}' as name where exists (select from ${name} it where it::text like $1)`);
  return (await house.behind<{ name: string }>(each.join(' union all '), [`%${word}%`])).map(({ name }) => name);
};
const exported = async (person: Person, id: string, as: string): Promise<Answered> =>
  asNobody(house.address, `/exports/${id}?as=${as}`, { headers: { authorization: `Bearer ${person.token}` } });

it('an open case is not disposed of, and nothing of it is due', async () => {
  expect(await due(inDays(36_000))).toEqual([]);
  expect(await refusalOf(propose(ota))).toMatchObject({ code: 'CONFLICT' });
});

it('nobody but an information officer, or a manager of the case, learns of disposals, holds, and what is due', async () => {
  const asked = `query ($on: CalendarDate!) { disposalsDue(on: $on) { caseId } disposals { id } disposalHolds { id } subjectExports { id } }`;
  expect(await kato.ask(asked, { on: inDays(36_000) })).toEqual({ disposalsDue: [], disposals: [], disposalHolds: [], subjectExports: [] });
  const [there, nowhere] = [await refusalOf(propose(kato)), await refusalOf(propose(kato, { caseNumber: '1999-0001' }))];
  expect([there.code, there.message]).toEqual([nowhere.code, nowhere.message]);
  expect(await refusalOf(sato.do('exportHousehold', { caseNumber: number, reason: '好奇心' }))).toMatchObject({ code: 'NOT_FOUND' });
});

it('a closed case is listed when the last of its periods is over, and kept longer when the officer sets it so', async () => {
  await closed();
  const [listed] = await due('2050-01-01');
  expect(listed).toEqual({ caseNumber: number, dueOn: '2043-09-12', because: 'CHILD_RECORD', isHeld: false, isProposed: false });
  expect(await due('2043-09-11')).toEqual([]);
  const change = { kind: 'CHILD_RECORD', years: 30, source: '市の規則', reason: '市の規則に合わせる', version: 1 };
  expect(await refusalOf(sato.do('changeRetentionPeriod', change))).toMatchObject({ code: 'FORBIDDEN' });
  const period = await ota.do('changeRetentionPeriod', change, 'years version setBy { name }');
  expect(period).toMatchObject({ years: 30, setBy: { name: expect.any(String) } });
  expect((await due('2050-01-01'))[0]!.dueOn).toBe('2048-09-12');
  expect(await refusalOf(propose(ota, { ground: 'PERIOD_OVER' }))).toMatchObject({
    code: 'CONFLICT',
    message: 'Its time of keeping is not over yet.',
  });
});

it('an officer hands out everything that is held about a household, for an hour, and everyone who answers for it is told', async () => {
  const { id } = await ota.do('exportHousehold', { caseNumber: number, reason: '開示請求 第7号' });
  const json = await exported(ota, id, 'json');
  const held = JSON.parse(json.bytes.toString());
  expect(Object.keys(held.rows)).toEqual(
    expect.arrayContaining(['attachment', 'contact_detail', 'household_member', 'note', 'record', 'statement', 'task']),
  );
  expect(held.rows.household_member.map(({ name }: Json) => name)).toContain(`${MARK} さくら`);
  expect(held.trail.length).toBeGreaterThan(20);
  expect(json.bytes.toString()).not.toContain('sealed_key');
  const page = await exported(ota, id, 'html');
  expect(page.bytes.toString()).toContain(`${MARK}の健康`);
  expect(page.headers.get('content-security-policy')).toContain('sandbox');
  expect(codeOf(await exported(nakamura, id, 'json'))).toBe('NOT_FOUND');
  const [file] = held.rows.attachment;
  expect(page.bytes.toString()).toContain(file.content);
  const content = (person: Person, of = file.id) =>
    asNobody(house.address, `/exports/${id}/files/${of}`, { headers: { authorization: `Bearer ${person.token}` } });
  const handed = await content(ota);
  expect(handed.bytes.equals((await fetchFile(await house.person('ito'), file.id)).bytes)).toBe(true);
  expect(handed.headers.get('content-disposition')).toContain('attachment');
  for (const refused of [await content(nakamura), await content(sato), await content(ota, id)]) expect(codeOf(refused)).toBe('NOT_FOUND');
  // A token shows no more than it is narrowed to, and what is held goes past every narrowing.
  const { token } = await ota.do('issueToken', { name: '夜間の写し', access: 'READ', subjects: ['Staff'], days: 30 }, 'token');
  for (const path of [`/exports/${id}?as=json`, `/exports/${id}/files/${file.id}`])
    expect(codeOf(await asNobody(house.address, path, { headers: { authorization: `Bearer ${token}` } }))).toBe('NOT_FOUND');
  await house.app.spine.accessLog.flush();
  const read = await house.behind(`select distinct category from access_log where channel = 'EXPORT' and staff_id = $1 order by 1`, [
    ota.staffId,
  ]);
  expect(read.map(({ category }: Json) => category)).toEqual(['HEALTH', 'IDENTITY', 'SAFETY']);
  expect((await nakamura.ask('{ inbox { kind } }')).inbox).toContainEqual({ kind: 'household.exported' });
  await house.wait(61);
  expect(codeOf(await content(ota))).toBe('NOT_FOUND');
  expect(codeOf(await exported(ota, id, 'json'))).toBe('NOT_FOUND');
  await house.travel(0);
});

it('a hold stops a disposal until it is lifted, whoever has proposed it', async () => {
  const proposed = await propose(ota);
  expect((await ota.ask('{ disposals { caseNumber isHeld } }')).disposals).toEqual([{ caseNumber: number, isHeld: false }]);
  const hold = await nakamura.do('holdDisposal', { caseNumber: number, reason: '訴訟のため' });
  const carry = { disposalId: proposed.id, version: proposed.version };
  expect(await refusalOf(nakamura.do('carryOutDisposal', carry))).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('held'),
  });
  await ota.do('liftHold', { holdId: hold.id, version: hold.version, reason: '訴訟の終結' });
  await ota.do('withdrawDisposal', carry);
  expect(await refusalOf(nakamura.do('carryOutDisposal', { ...carry, version: 2 }))).toMatchObject({ code: 'CONFLICT' });
});

it('two people erase the words: no trace of them is left in the database, the storage, the answers or an export, and the trail verifies', async () => {
  const before = await house.behind<{ n: string }>('select count(*) as n from record');
  const file = secret.ids['attachmentId']!;
  const stored = () => readdir(house.app.spine.config.filesDir, { recursive: true });
  expect((await stored()).some((name) => name.endsWith(file))).toBe(true);
  const ofTheCase = (await found(MARK)).length;
  expect(ofTheCase).toBeGreaterThan(15);

  const proposed = await propose(ota);
  const carry = { disposalId: proposed.id, version: proposed.version };
  expect(await refusalOf(ota.do('carryOutDisposal', carry))).toMatchObject({ code: 'FORBIDDEN' });
  const { erased } = await nakamura.do('carryOutDisposal', carry, 'erased');
  expect(erased).toEqual(
    expect.arrayContaining(['household_member:2', 'attachment:1', 'contact_detail:1', 'other_party:1', 'schooling:1']),
  );

  // What is left under the mark belongs to a series of meetings, and to no case.
  for (const name of await found(MARK)) {
    const ofCases = await house.behind(
      `select column_name from information_schema.columns where table_name = $1 and column_name = 'case_id'`,
      [name],
    );
    const where = ofCases.length > 0 ? 'and case_id is not null' : '';
    const rows = await house.behind(`select * from ${name} it where it::text like $1 ${where}`, [`%${MARK}%`]);
    expect([name, where === '' ? 'of no case' : rows]).toEqual([name, where === '' ? 'of no case' : []]);
  }
  for (const word of ['さくら', 'ゴクヒ', `${MARK}小学校`, `${MARK}の健康`, '1990-05-03', `${MARK}市`])
    expect([word, await found(word)]).toEqual([word, []]);
  expect((await stored()).some((name) => name.endsWith(file))).toBe(false);
  expect(codeOf(await fetchFile(await house.person('ito'), file))).toBe('NOT_FOUND');

  const board = await sato.ask(
    'query ($id: Uuid!) { case(id: $id) { number headline records { body } household { members { name bornOn } } } }',
    {
      id: secret.caseId,
    },
  );
  expect(board.case.number).toBe(number);
  expect(JSON.stringify(board)).not.toContain(MARK);
  expect(board.case.household.members).toContainEqual({ name: '〔消去済み〕', bornOn: null });
  const { id } = await ota.do('exportHousehold', { caseNumber: number, reason: '消去の確認' });
  expect((await exported(ota, id, 'json')).bytes.toString()).not.toContain(MARK);

  expect(await house.behind<{ n: string }>('select count(*) as n from record')).toEqual(before);
  expect(await examine({ url: house.databaseUrl, headsDir: house.headsDir }, [])).toMatchObject({ sound: true });
  const [entry] = await house.behind<{ body: string }>(`select body from trail where kind = 'disposal.carried-out'`);
  expect(JSON.parse(entry!.body)).toMatchObject({
    actor: nakamura.staffId,
    state: { ground: 'REQUEST', proposedById: ota.staffId, carriedOutById: nakamura.staffId },
    data: { erased },
  });
});

it('what was erased stays erased: it is neither disposed of again, nor held, nor written over', async () => {
  expect(await refusalOf(propose(ota))).toMatchObject({ code: 'CONFLICT' });
  expect(await refusalOf(ota.do('holdDisposal', { caseNumber: number, reason: '遅い' }))).toMatchObject({ code: 'CONFLICT' });
  expect(await due('2090-01-01')).toEqual([]);
  await expect(house.behind(`update disposal set reason = '別の理由'`)).rejects.toThrow();
  await expect(house.behind(`update statement set body = '書き換え' where case_id = $1`, [secret.caseId])).rejects.toThrow();
});
