import type { Person } from '../../src/commands/scenario/person.js';
import { Live } from '../../src/commands/scenario/live.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { openedBy, circleOf, type Circle } from '../support/conference.js';
import { asToken } from '../support/ways-in.js';

let house: House;
let people: Circle;
let sato: Person;
let yamada: Person;
let caseId: string;
beforeAll(async () => {
  house = await House.open({ hidden: false });
  people = await circleOf(house);
  ({ sato } = people);
  yamada = await house.person('yamada');
  caseId = await openedBy(sato);
});
afterAll(() => house.close());

const issue = (person: Person, more: object = {}) =>
  person.do('issueToken', { name: '夜間の写し', access: 'READ', subjects: [], days: 30, ...more }, 'tokenId token');

it('reads in the name of its holder what they may, and writes nothing', async () => {
  const { token } = await issue(sato);
  expect(token).toMatch(/^tsunagi_[\w-]{43}$/);
  const program = asToken(house, token);
  expect(await program.ask('{ me { name } cases { id } }')).toEqual({ me: { name: '佐藤 恵' }, cases: [{ id: caseId }] });
  const write = program.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body: '記録' });
  expect(await refusalOf(write)).toMatchObject({ code: 'FORBIDDEN', message: 'This is beyond what the token allows.' });
});

it('reaches the types that it names and no others, and what it may not reach is not there', async () => {
  const { token } = await issue(sato, { access: 'WRITE', subjects: ['Staff', 'SupportCase'] });
  const program = asToken(house, token);
  expect(await program.ask('{ cases { id tasks { id } keyPerson { id } } }')).toEqual({
    cases: [{ id: caseId, tasks: [], keyPerson: null }],
  });
  expect(await program.ask('{ agencies { id } }')).toEqual({ agencies: [] });
  const { can } = (await program.ask(`{ cases { can(action: revise) { allowed } } }`)).cases[0];
  expect(can).toEqual({ allowed: true });
});

it('never passes on the means to sign in: no password, no session, no factor, no other token', async () => {
  const program = asToken(house, (await issue(sato, { access: 'WRITE' })).token);
  expect(await program.ask('{ mySessions { id } myTokens { id } mySecondFactors { id } currentSessionId }')).toEqual({
    mySessions: [],
    myTokens: [],
    mySecondFactors: [],
    currentSessionId: null,
  });
  expect(await refusalOf(issue(program))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusalOf(program.do('makeRecoveryCodes', null, 'codes'))).toMatchObject({ code: 'NOT_FOUND' });
  const { offerTotp: offered } = await program.ask('mutation { offerTotp { secret offer } }').catch(() => ({ offerTotp: null }));
  expect(offered).toBeNull();
});

it('is written beside the name wherever somebody acted or read with it', async () => {
  const { tokenId, token } = await issue(sato, { access: 'WRITE' });
  const program = asToken(house, token);
  await program.do('writeRecord', { caseId, category: 'CHILD', kind: 'NOTE', body: '保育園の様子' });
  const [entry] = await house.behind(
    `select actor, body::jsonb ->> 'credential' as credential from trail where kind = 'record.written' order by seq desc limit 1`,
  );
  expect(entry).toEqual({ actor: sato.staffId, credential: tokenId });
  await sato.do('writeRecord', { caseId, category: 'CHILD', kind: 'NOTE', body: '自分の机から' });
  const [own] = await house.behind(
    `select body::jsonb ->> 'credential' as credential from trail where kind = 'record.written' order by seq desc limit 1`,
  );
  expect(own.credential).toBe((await sato.ask('{ currentSessionId }')).currentSessionId);
});

it('is written beside what it read of the most guarded categories, so that a leak can be traced to it', async () => {
  const { tokenId, token } = await issue(sato);
  const { id } = await sato.do('writeRecord', { caseId, category: 'SAFETY', kind: 'NOTE', body: '通院の予定' });
  await house.app.spine.accessLog.flush();
  await asToken(house, token).ask('query ($id: Uuid!) { case(id: $id) { records { id body } } }', { id: caseId });
  await house.app.spine.accessLog.flush();
  const read = await house.behind(
    `select staff_id as "staffId" from access_log where about_id = $1 and credential_id = $2 and operation = 'Query.case'`,
    [id, tokenId],
  );
  expect(read).toEqual([{ staffId: sato.staffId }]);
});

it('is kept as a digest, says when it was last used, ends with its time, and at once when it is revoked, sockets included', async () => {
  const { tokenId, token } = await issue(sato, { days: 2 });
  expect(await house.behind(`select from api_token where position(convert_to($1, 'UTF8') in token_hash) > 0`, [token])).toEqual([]);
  const live = await Live.connect(house.address, token);
  await live.watch({ caseId });
  await sato.do('writeRecord', { caseId, category: 'CHILD', kind: 'NOTE', body: '続き' });
  await live.until(() => live.pointers.length === 1);
  const { myTokens } = await sato.ask('{ myTokens { id name version lastUsedAt } }');
  const mine = myTokens.find(({ id }: { id: string }) => id === tokenId);
  expect(mine).toMatchObject({ name: '夜間の写し', lastUsedAt: expect.any(String) });
  await sato.do('revokeToken', { tokenId, version: mine.version });
  await live.until(() => !live.isConnected);
  expect(await refusalOf(asToken(house, token).ask('{ me { id } }'))).toMatchObject({ code: 'UNAUTHENTICATED' });

  const short = await issue(sato, { days: 1 });
  await house.travel(1.01);
  expect(await refusalOf(asToken(house, short.token).ask('{ me { id } }'))).toMatchObject({ code: 'UNAUTHENTICATED' });
  await house.travel(0);
});

it('a socket of a token is told of no more than the token reaches', async () => {
  const { token } = await issue(sato, { subjects: ['Staff'] });
  const live = await Live.connect(house.address, token);
  expect(await live.watch({ caseId })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  live.close();
});

describe('a program of an agency', () => {
  it('is a colleague without a password: posted, seated like anybody, and seeing what its seat shows', async () => {
    const service = await yamada.do('addService', { name: '住基連携', kana: 'じゅうきれんけい' }, 'id isService');
    expect(service.isService).toBe(true);
    expect(await refusalOf(yamada.do('makeSignInLink', { staffId: service.id }, 'address'))).toMatchObject({ code: 'CONFLICT' });
    const { token } = await issue(yamada, { staffId: service.id, access: 'WRITE' });
    expect(await refusalOf(asToken(house, token).ask('{ me { id } }'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const { staffMember } = await sato.ask('query ($id: Uuid!) { staffMember(id: $id) { postings { agencyId } } }', { id: sato.staffId });
    await yamada.do('postStaff', {
      staffId: service.id,
      agencyId: staffMember.postings[0].agencyId,
      profession: 'CLERK',
      since: inDays(0),
    });
    const program = asToken(house, token);
    expect(await program.ask('{ me { name isService } cases { id } }')).toEqual({ me: { name: '住基連携', isService: true }, cases: [] });
    await sato.do('giveSeat', { caseId, staffId: service.id });
    expect(await program.ask('{ cases { id } }')).toEqual({ cases: [{ id: caseId }] });
  });

  it('gets its tokens from administrators, who issue none in the name of a person', async () => {
    expect(await refusalOf(issue(yamada, { staffId: sato.staffId }))).toMatchObject({ code: 'CONFLICT' });
    expect(await refusalOf(issue(sato, { staffId: yamada.staffId }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(issue(sato, { days: 366 }))).toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'input.days', code: 'FORMAT' }],
    });
  });
});
