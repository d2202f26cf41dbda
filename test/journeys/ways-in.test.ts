import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { Person } from '../../src/commands/scenario/person.js';
import { House, inDays, refusalOf } from '../support/house.js';
import { Browser, codeOf } from '../support/ways-in.js';

let house: House;
let yamada: Person;
let agencyId: string;
beforeAll(async () => {
  house = await House.open({ settings: { SESSION_IDLE_MINUTES: '60', BROWSER_OPERATIONS: 'any' } });
  yamada = await house.person('yamada');
  const { agencies } = await yamada.ask('{ agencies { id name } }');
  agencyId = agencies.find(({ name }: { name: string }) => name === '子ども家庭支援センター').id;
});
afterAll(() => house.close());

const USE = 'mutation ($token: String!, $password: NewPassword!) { useSignInLink(token: $token, password: $password) { step token } }';
const linkFor = async (staffId: string) => {
  const { address, expiresAt } = await yamada.do('makeSignInLink', { staffId }, 'address expiresAt');
  return { token: address.split('#')[1], address, expiresAt };
};
const employ = async (name: string, login: string) => {
  const staff = await yamada.do('addStaff', { name, kana: 'しんじん', login });
  await yamada.do('postStaff', { staffId: staff.id, agencyId, profession: 'CLERK', since: inDays(0) });
  return staff.id as string;
};

describe('a first sign-in', () => {
  it('begins with a link that shows for whom it is, takes a password of one’s own, and is used up by it', async () => {
    const staffId = await employ('新田 朋子', 'nitta');
    const { token, address } = await linkFor(staffId);
    expect(address).toContain('/welcome#');
    const desk = new Browser(house);
    const open = 'mutation ($token: String!) { openSignInLink(token: $token) { name login } }';
    expect(await desk.ask(open, { token })).toEqual({ openSignInLink: { name: '新田 朋子', login: 'nitta' } });
    for (const password of ['nitta nitta nitta', 'qwertyuiop4567'.repeat(9), 'password1'.repeat(14)])
      expect(await desk.ask(USE, { token, password })).toMatchObject({
        code: 'INVALID',
        fields: [{ path: 'password', code: 'NOT_ALLOWED' }],
      });
    expect((await desk.ask(USE, { token, password: '茶碗と梯子と緑の切符を三枚' + '下さい' })).useSignInLink).toMatchObject({
      step: 'DONE',
    });
    expect(await desk.ask('{ me { name } }')).toEqual({ me: { name: '新田 朋子' } });
    expect(await desk.ask(USE, { token, password: 'another one that is long enough' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await house.behind("select from account where position($1 in encode(link_hash, 'escape')) > 0", [token])).toEqual([]);
  });

  it('is for three days, and for the last link that was made', async () => {
    const staffId = await employ('新山 次郎', 'niiyama');
    const [former, latest] = [await linkFor(staffId), await linkFor(staffId)];
    const password = '茶碗と梯子と緑の切符を四枚下さい';
    expect(await new Browser(house).ask(USE, { token: former.token, password })).toMatchObject({ code: 'NOT_FOUND' });
    await house.travel(3.01);
    expect(await new Browser(house).ask(USE, { token: latest.token, password })).toMatchObject({ code: 'NOT_FOUND' });
    await house.travel(0);
    expect((await new Browser(house).ask(USE, { token: latest.token, password })).useSignInLink).toMatchObject({ step: 'DONE' });
  });

  it('is how an administrator resets a password: what was signed in ends, and a second factor is asked for all the same', async () => {
    const kato = await house.person('kato');
    const { offerTotp: offered } = await kato.ask('mutation { offerTotp { secret uri picture offer } }');
    expect(offered).toMatchObject({
      uri: expect.stringMatching(/^otpauth:\/\/totp\/Tsunagi:kato\?/),
      picture: expect.stringMatching(/^<svg/),
    });
    await kato.do('addTotp', { name: '携帯電話', offer: offered.offer, code: codeOf(offered.secret) }, 'factorId');
    const { token } = await linkFor(kato.staffId);
    expect(await kato.ask('{ me { id } }')).toEqual({ me: { id: kato.staffId } });
    const answer = await new Browser(house).ask(USE, { token, password: 'cup ladder and green tickets' });
    expect(answer.useSignInLink).toEqual({ step: 'SECOND_FACTOR', token: null });
    expect(await refusalOf(kato.ask('{ me { id } }'))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is opened by system administrators alone', async () => {
    const sato = await house.person('sato');
    const link = sato.do('makeSignInLink', { staffId: yamada.staffId }, 'address');
    expect(await refusalOf(link)).toMatchObject({ code: 'CONFLICT' });
    expect(await refusalOf(sato.do('requireSecondFactor', { profession: 'CLERK', needsSecondFactor: false }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refusalOf(sato.do('setIdentifier', { staffId: sato.staffId, identifier: 'mine@city.example' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('a second factor', () => {
  it('is set up in the middle of signing in where the work needs it, and the session begins with it', async () => {
    await yamada.do('requireSecondFactor', { profession: 'PUBLIC_HEALTH_NURSE', needsSecondFactor: true });
    const desk = new Browser(house);
    const { step, ticket, token } = await desk.signIn('ito', DEMO_PASSWORD);
    expect({ step, token }).toEqual({ step: 'ENROL', token: null });
    expect(await desk.ask('{ waysIn { step ways provider passkeys } }')).toEqual({
      waysIn: { step: 'ENROL', ways: ['TOTP', 'PASSKEY'], provider: null, passkeys: false },
    });
    expect(await desk.ask('{ me { id } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
    const { offerTotp: offered } = await desk.ask('mutation ($ticket: String) { offerTotp(ticket: $ticket) { secret offer } }', { ticket });
    const add = `mutation ($input: AddTotpInput!, $ticket: String) {
      addTotp(commandId: "33333333-3333-4333-8333-333333333333", input: $input, ticket: $ticket) { recoveryCodes signedIn { step } } }`;
    const thief = new Browser(house);
    const { ticket: early } = await thief.signIn('ito', DEMO_PASSWORD);
    const { offerTotp: taken } = await thief.ask('mutation { offerTotp { secret offer } }');
    const wrong = await desk.ask(add, { ticket, input: { name: 'x', offer: offered.offer, code: '000000' } });
    expect(wrong).toMatchObject({ code: 'INVALID', fields: [{ path: 'input.code', code: 'NOT_ALLOWED' }] });
    const { addTotp } = await desk.ask(add, { ticket, input: { name: '携帯電話', offer: offered.offer, code: codeOf(offered.secret) } });
    expect(addTotp).toMatchObject({
      signedIn: { step: 'DONE' },
      recoveryCodes: expect.arrayContaining([expect.stringMatching(/^(\w{4}-){5}\w{4}$/)]),
    });
    // Who knows the password and came as far before there was a second factor gets none in beside it afterwards.
    const late = await thief.ask(add, { ticket: early, input: { name: 'x', offer: taken.offer, code: codeOf(taken.secret) } });
    expect(late).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await desk.ask('{ recoveryCodesLeft mySecondFactors { kind name lastUsedAt } }')).toEqual({
      recoveryCodesLeft: 10,
      mySecondFactors: [{ kind: 'TOTP', name: '携帯電話', lastUsedAt: null }],
    });
    const [kept] = await house.behind(`select secret from second_factor where name = '携帯電話' order by added_at desc limit 1`);
    expect(kept.secret.toString('latin1')).not.toContain(offered.secret);
    await yamada.do('requireSecondFactor', { profession: 'PUBLIC_HEALTH_NURSE', needsSecondFactor: false });
  });

  it('cannot be changed at a screen that was left open, and an administrator takes away one that was lost', async () => {
    const nakamura = await house.person('nakamura');
    const { offerTotp: offered } = await nakamura.ask('mutation { offerTotp { secret offer } }');
    const { factorId } = await nakamura.do('addTotp', { name: 'x', offer: offered.offer, code: codeOf(offered.secret) }, 'factorId');
    await house.wait(40);
    const late = nakamura.do('endSecondFactor', { factorId, version: 1 });
    expect(await refusalOf(late)).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('sign in again') });
    yamada = await house.person('yamada');
    expect(
      await yamada.ask('query ($staffId: Uuid!) { secondFactorsOf(staffId: $staffId) { id kind } }', { staffId: nakamura.staffId }),
    ).toEqual({
      secondFactorsOf: [{ id: factorId, kind: 'TOTP' }],
    });
    await yamada.do('endSecondFactor', { factorId, version: 1 });
    await house.travel(0);
    expect(await Person.signIn(house.address, 'nakamura', DEMO_PASSWORD)).toMatchObject({ staffId: nakamura.staffId });
    yamada = await house.person('yamada');
  });
});

describe('a session', () => {
  it('ends when nothing was asked for an hour, and not while something is', async () => {
    const [busy, idle] = [await house.person('kobayashi'), await house.person('kobayashi')];
    await house.wait(40);
    await busy.ask('{ me { id } }');
    await house.wait(40);
    expect(await busy.ask('{ me { id } }')).toEqual({ me: { id: busy.staffId } });
    expect(await refusalOf(idle.ask('{ me { id } }'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    await house.travel(0);
  });

  it('is seen and ended by its owner and by administrators, and by nobody else', async () => {
    const [here, there] = [await house.person('ota'), new Browser(house)];
    const { sessionId } = await there.signIn('ota', DEMO_PASSWORD);
    const { mySessions } = await here.ask('{ mySessions { id device method factor lastSeenAt isKnownDevice } }');
    expect(mySessions.find(({ id }: { id: string }) => id === sessionId)).toMatchObject({
      device: 'Story',
      method: 'PASSWORD',
      factor: null,
    });
    const sato = await house.person('sato');
    expect(await refusalOf(sato.do('endSession', { sessionId }))).toMatchObject({ code: 'NOT_FOUND' });
    await here.do('endSession', { sessionId });
    expect(await there.ask('{ me { id } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
    const { sessionsOf } = await yamada.ask('query ($staffId: Uuid!) { sessionsOf(staffId: $staffId) { id } }', { staffId: here.staffId });
    for (const { id } of sessionsOf) await yamada.do('endSession', { sessionId: id });
    expect(await refusalOf(here.ask('{ me { id } }'))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('in another browser than one’s own is told to its owner', async () => {
    const own = new Browser(house);
    await own.signIn('watanabe', DEMO_PASSWORD);
    await own.signIn('watanabe', DEMO_PASSWORD);
    await new Browser(house).signIn('watanabe', DEMO_PASSWORD);
    const { inbox } = await own.ask('{ inbox { kind } }');
    expect(inbox).toEqual([{ kind: 'session.started' }]);
  });
});

it('behind https the cookie is one that no other host can have set', async () => {
  const secure = await House.open({ settings: { SECURE_COOKIE: 'true', BROWSER_OPERATIONS: 'any' } });
  try {
    const browser = new Browser(secure);
    const { token } = await browser.signIn('sato', DEMO_PASSWORD);
    expect(browser.cookies.get('__Host-tsunagi_session')).toBe(token);
    const planted = new Browser(secure);
    planted.cookies.set('tsunagi_session', token);
    expect(await planted.ask('{ me { id } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
  } finally {
    await secure.close();
  }
});
