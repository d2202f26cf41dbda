import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import type { Person } from '../../src/commands/scenario/person.js';
import { House, refusalOf } from '../support/house.js';
import { Browser, codeOf } from '../support/ways-in.js';

let house: House;
let yamada: Person;
beforeAll(async () => {
  house = await House.open({ overheard: true, settings: { BROWSER_OPERATIONS: 'any', TRUSTED_PROXIES: '127.0.0.1' } });
  yamada = await house.person('yamada');
});
afterAll(() => house.close());

const CONFIRM = 'mutation ($code: ShortText!, $ticket: String) { confirmSignIn(code: $code, ticket: $ticket) { step token sessionId } }';
const SOMEWHERE = '127.0.0.7';

/** Somebody with an application on their telephone: its secret, and the codes for the day it is lost. */
async function withApplication(login: string): Promise<{ person: Person; secret: string; recoveryCodes: string[] }> {
  const person = await house.person(login);
  const { offerTotp: offered } = await person.ask('mutation { offerTotp { secret offer } }');
  const input = { name: '携帯電話', offer: offered.offer, code: codeOf(offered.secret, -30) };
  const { recoveryCodes } = await person.do('addTotp', input, 'recoveryCodes');
  return { person, secret: offered.secret, recoveryCodes };
}

it('brute force: ten guesses at a password from one address, and not the eleventh, right as it may be', async () => {
  const guesser = new Browser(house, SOMEWHERE);
  for (let guess = 0; guess < 10; guess++)
    expect(await guesser.signIn('matsumoto', `guess number ${guess}`)).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await guesser.signIn('matsumoto', DEMO_PASSWORD)).toMatchObject({
    code: 'TOO_MANY',
    sentence: { en: expect.stringMatching(/again in about \d+ minute/) },
  });
});

it('brute force behind a proxy: whoever guesses fills their own lane and nobody else’s, and no lane is anybody’s who merely says so', async () => {
  const throughProxy = (address: string) => new Browser(house, '127.0.0.1', address);
  const guesser = throughProxy('192.0.2.1');
  for (let guess = 0; guess < 10; guess++)
    expect(await guesser.signIn('yamada', `guess number ${guess}`)).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await guesser.signIn('yamada', DEMO_PASSWORD)).toMatchObject({ code: 'TOO_MANY' });
  expect(await throughProxy('192.0.2.2').signIn('yamada', DEMO_PASSWORD)).toMatchObject({ step: 'DONE' });

  const liar = (guess: number) => new Browser(house, '127.0.0.11', `198.51.100.${guess}`);
  for (let guess = 0; guess < 10; guess++)
    expect(await liar(guess).signIn('nobody-at-all', 'certainly not right')).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await liar(10).signIn('nobody-at-all', 'certainly not right')).toMatchObject({ code: 'TOO_MANY' });
});

it('brute force of the second factor: a known password brings ten guesses at the code', async () => {
  await withApplication('ito');
  const guesser = new Browser(house, SOMEWHERE);
  const { ticket } = await guesser.signIn('ito', DEMO_PASSWORD);
  for (let guess = 0; guess < 10; guess++)
    expect(await guesser.ask(CONFIRM, { ticket, code: `10000${guess}` })).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await guesser.ask(CONFIRM, { ticket, code: '100010' })).toMatchObject({ code: 'TOO_MANY' });
});

it('brute force at a screen that was left open: ten guesses at the password that a change asks for, and no more', async () => {
  const matsumoto = await house.person('matsumoto');
  const change = (current: string) => refusalOf(matsumoto.do('changePassword', { current, next: 'cup ladder and green tickets' }, 'id'));
  for (let guess = 0; guess < 10; guess++)
    expect(await change(`guess number ${guess}`)).toMatchObject({ code: 'INVALID', fields: [{ path: 'input.current' }] });
  expect(await change(DEMO_PASSWORD)).toMatchObject({ code: 'TOO_MANY' });
});

it('account lockout abuse: whoever guesses at somebody does not keep them out, neither elsewhere nor in their own browser beside the guesser', async () => {
  const own = new Browser(house, '127.0.0.8');
  expect(await own.signIn('watanabe', DEMO_PASSWORD)).toMatchObject({ step: 'DONE' });
  const guesser = new Browser(house, '127.0.0.8');
  for (let guess = 0; guess < 12; guess++) await guesser.signIn('watanabe', `guess number ${guess}`);
  expect(await guesser.signIn('watanabe', DEMO_PASSWORD)).toMatchObject({ code: 'TOO_MANY' });
  expect(await new Browser(house, '127.0.0.9').signIn('watanabe', DEMO_PASSWORD)).toMatchObject({ step: 'DONE' });
  expect(await own.signIn('watanabe', DEMO_PASSWORD)).toMatchObject({ step: 'DONE' });
});

it('session fixation: a token that somebody planted before is never the one that is signed in, and the former session ends', async () => {
  const browser = new Browser(house);
  browser.cookies.set('tsunagi_session', 'A'.repeat(43));
  const first = await browser.signIn('kobayashi', DEMO_PASSWORD);
  expect(browser.cookies.get('tsunagi_session')).toBe(first.token);
  expect(first.token).not.toBe('A'.repeat(43));
  const second = await browser.signIn('kobayashi', DEMO_PASSWORD);
  const stale = new Browser(house);
  stale.cookies.set('tsunagi_session', first.token);
  expect(await stale.ask('{ me { id } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await browser.ask('{ currentSessionId }')).toEqual({ currentSessionId: second.sessionId });
});

it('session fixation: what somebody is able to do changes, and with it the token of their browser', async () => {
  const browser = new Browser(house);
  const { token } = await browser.signIn('ota', DEMO_PASSWORD);
  const { offerTotp: offered } = await browser.ask('mutation { offerTotp { secret offer } }');
  const add = 'mutation ($id: Uuid!, $input: AddTotpInput!) { addTotp(commandId: $id, input: $input) { factorId } }';
  const id = '22222222-2222-4222-8222-222222222221';
  await browser.ask(add, { id, input: { name: 'x', offer: offered.offer, code: codeOf(offered.secret) } });
  expect(browser.cookies.get('tsunagi_session')).not.toBe(token);
  const thief = new Browser(house);
  thief.cookies.set('tsunagi_session', token);
  expect(await thief.ask('{ me { id } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await browser.ask('{ me { id } }')).toMatchObject({ me: { id: expect.any(String) } });
});

it('token replay: a token that was used before sign-out opens nothing after it, here or on a socket', async () => {
  const sato = await house.person('sato');
  const live = await sato.listen();
  await sato.do('signOut', null, 'id');
  await live.until(() => !live.isConnected);
  expect(await refusalOf(sato.ask('{ me { id } }'))).toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(sato.listen()).rejects.toThrow();
});

it('user enumeration by timing: an unknown login, a wrong password and an account without a password each cost one computation', async () => {
  await yamada.do('addStaff', { name: '新人 一', kana: 'しんじん', login: 'shinjin' });
  let computed = 0;
  const count = () => void computed++;
  const workOf = async (login: string) => {
    computed = 0;
    const { code, sentence } = await new Browser(house, '127.0.0.10').signIn(login, 'certainly not right');
    return { code, sentence, computed };
  };
  subscribe('tsunagi:password-compared', count);
  const answers = [await workOf('nobody-at-all'), await workOf('suzuki'), await workOf('shinjin')];
  unsubscribe('tsunagi:password-compared', count);
  expect(answers[0]).toMatchObject({ code: 'UNAUTHENTICATED', computed: 1 });
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

it('stolen pending sign-in: what lies between two steps is no session, opens nothing else, and takes one step once', async () => {
  const { secret } = await withApplication('takahashi');
  const { ticket, token, staffId, step, ways } = await new Browser(house).signIn('takahashi', DEMO_PASSWORD);
  expect({ token, staffId, step, ways }).toEqual({ token: null, staffId: null, step: 'SECOND_FACTOR', ways: ['TOTP', 'RECOVERY_CODE'] });
  const thief = new Browser(house);
  thief.cookies.set('tsunagi_session', ticket);
  thief.cookies.set('tsunagi_ticket', ticket);
  for (const query of [
    '{ me { id } }',
    '{ mySessions { id } }',
    'mutation { offerTotp { secret } }',
    `mutation { offerTotp(ticket: "${ticket}") { secret } }`,
  ]) {
    expect(await thief.ask(query)).toMatchObject({ code: 'UNAUTHENTICATED' });
  }
  expect(await thief.ask(CONFIRM, { ticket, code: '000000' })).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await thief.ask(CONFIRM, { ticket: `${ticket.slice(0, -2)}AA`, code: codeOf(secret) })).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect((await new Browser(house).ask(CONFIRM, { ticket, code: codeOf(secret) })).confirmSignIn).toMatchObject({ step: 'DONE' });
  expect(await thief.ask(CONFIRM, { ticket, code: codeOf(secret, 30) })).toMatchObject({ code: 'UNAUTHENTICATED' });
});

it('TOTP replay: a code that somebody looked at over a shoulder is worth nothing once it was used', async () => {
  const { secret } = await withApplication('suzuki');
  const code = codeOf(secret);
  const begin = async () => (await new Browser(house).signIn('suzuki', DEMO_PASSWORD)).ticket;
  expect((await new Browser(house).ask(CONFIRM, { ticket: await begin(), code })).confirmSignIn).toMatchObject({ step: 'DONE' });
  expect(await new Browser(house).ask(CONFIRM, { ticket: await begin(), code })).toMatchObject({ code: 'UNAUTHENTICATED' });
  const [first, second] = [await begin(), await begin()];
  const next = codeOf(secret, 30);
  const race = await Promise.all([first, second].map((ticket) => new Browser(house).ask(CONFIRM, { ticket, code: next })));
  expect(race.filter((answer) => answer.confirmSignIn?.step === 'DONE')).toHaveLength(1);
});

it('recovery code reuse: each opens once, and its owner is told', async () => {
  const { person, recoveryCodes } = await withApplication('nakamura');
  const begin = async () => (await new Browser(house).signIn('nakamura', DEMO_PASSWORD)).ticket;
  expect(recoveryCodes).toHaveLength(10);
  const typed = recoveryCodes[0]!.toLowerCase().replaceAll('-', ' ');
  expect((await new Browser(house).ask(CONFIRM, { ticket: await begin(), code: typed })).confirmSignIn).toMatchObject({ step: 'DONE' });
  expect(await new Browser(house).ask(CONFIRM, { ticket: await begin(), code: recoveryCodes[0] })).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  const { inbox } = await person.ask('{ inbox { kind sentence } }');
  expect(inbox.at(-1)).toMatchObject({ kind: 'recovery-code.used', sentence: expect.stringContaining('9') });
});

it('mass assignment: what a verb does not take is refused, not taken along', async () => {
  const sato = await house.person('sato');
  const wrong: [string, string][] = [
    ['AddStaffInput', 'isService: true, name: "x", kana: "カナ", login: "x"'],
    ['AddStaffInput', 'id: "22222222-2222-4222-8222-222222222222", name: "x", kana: "カナ", login: "x"'],
    ['AddStaffInput', 'passwordHash: "$argon2id$", name: "x", kana: "カナ", login: "x"'],
    ['ChangePasswordInput', `staffId: "${yamada.staffId}", current: "x", next: "long enough to be one"`],
    ['IssueTokenInput', 'issuedById: "22222222-2222-4222-8222-222222222222", name: "x", access: READ, subjects: [], days: 1'],
    ['AddTotpInput', 'counter: 0, name: "x", offer: "x", code: "123456"'],
  ];
  const before = await house.behind('select * from account order by id');
  for (const [type, values] of wrong) {
    const verb = type.charAt(0).toLowerCase() + type.slice(1, -'Input'.length);
    const query = `mutation { ${verb}(commandId: "22222222-2222-4222-8222-222222222223", input: { ${values} }) { __typename } }`;
    expect(await refusalOf(yamada.ask(query))).toMatchObject({ message: 'The request is malformed.' });
  }
  expect(
    await refusalOf(sato.do('issueToken', { name: 'x', access: 'READ', subjects: [], days: 1, staffId: yamada.staffId }, 'token')),
  ).toMatchObject({ code: 'FORBIDDEN' });
  expect(await house.behind('select * from account order by id')).toEqual(before);
});

it('says nothing secret in logs or in the trail', async () => {
  const { secret, recoveryCodes } = await withApplication('kato');
  const said = JSON.stringify([
    house.emitted.all().filter(({ channel }) => channel === 'log'),
    await house.behind('select body from trail'),
  ]);
  for (const word of [secret, ...recoveryCodes, DEMO_PASSWORD, yamada.token]) expect(said).not.toContain(word);
});
