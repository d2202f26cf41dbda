import type { Json, Person } from '../../src/commands/scenario/person.js';
import { House, refusalOf } from '../support/house.js';
import { CLIENT_ID, CLIENT_SECRET, IdentityProvider, Walker } from '../support/identity-provider.js';
import { codeOf, freePort } from '../support/ways-in.js';

let house: House;
let provider: IdentityProvider;
let yamada: Person;
let home: string;
beforeAll(async () => {
  const port = await freePort();
  home = `http://127.0.0.1:${port}`;
  provider = await IdentityProvider.open(home);
  const settings = {
    PORT: String(port),
    PUBLIC_URL: home,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
    BROWSER_OPERATIONS: 'any',
  };
  house = await House.open({ settings });
  yamada = await house.person('yamada');
});
afterAll(async () => {
  await house.close();
  await provider.close();
});

const returned = ({ origin, pathname }: URL) => origin === home && !pathname.startsWith('/sign-in/');

/** Somebody sits down at a browser of their own, and signs in through the provider. */
async function signInAs(subject: string, to = '/cases?of=me', walker = new Walker()) {
  provider.atTheDesk = subject;
  const arrived = await walker.walk(`${home}/sign-in/provider?to=${encodeURIComponent(to)}`, returned);
  return { arrived: arrived.pathname + arrived.search, walker, ask: (query: string, variables = {}) => ask(walker, query, variables) };
}

async function ask(walker: Walker, query: string, variables: object = {}): Promise<Json> {
  const headers = { 'content-type': 'application/json', cookie: walker.cookies(new URL(home)) };
  const answer = (await (
    await fetch(`${home}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  ).json()) as Json;
  return answer.errors ? answer.errors[0].extensions : answer.data;
}

it('signs in by the mail address that the municipality entered and the provider verified, and by its own number from then on', async () => {
  const sato = await house.person('sato');
  await yamada.do('setIdentifier', { staffId: sato.staffId, identifier: 'Sato@City.example' });
  provider.people.set('u-1', { email: 'sato@city.example', email_verified: true });
  const first = await signInAs('u-1');
  expect(first.arrived).toBe('/cases?of=me');
  expect(await first.ask('{ me { name } mySessions { method } }')).toMatchObject({ me: { name: '佐藤 恵' } });
  provider.people.set('u-1', { email: 'married@city.example', email_verified: true });
  expect(await (await signInAs('u-1')).ask('{ me { name } waysIn { provider } }')).toEqual({
    me: { name: '佐藤 恵' },
    waysIn: { provider: '職員認証' },
  });
  const { inbox } = await sato.ask('{ inbox { kind } }');
  expect(inbox.map(({ kind }: { kind: string }) => kind)).toContain('provider.tied');
});

it('ties nobody by an address that was not verified, by one that nobody entered, or by one that is somebody’s already', async () => {
  const kato = await house.person('kato');
  await yamada.do('setIdentifier', { staffId: kato.staffId, identifier: 'kato@city.example' });
  provider.people.set('u-2', { email: 'kato@city.example', email_verified: false });
  provider.people.set('u-3', { email: 'stranger@elsewhere.example', email_verified: true });
  provider.people.set('u-4', { email: 'sato@city.example', email_verified: true });
  for (const subject of ['u-2', 'u-3', 'u-4']) {
    const { arrived, ask: asking } = await signInAs(subject);
    expect({ subject, arrived }).toEqual({ subject, arrived: '/?sign-in=unknown' });
    expect(await asking('{ me { id } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
  }
  expect(await refusalOf(yamada.do('setIdentifier', { staffId: kato.staffId, identifier: 'sato@city.example' }))).toMatchObject({
    code: 'CONFLICT',
  });
});

it('asks for the second factor here as well', async () => {
  const ito = await house.person('ito');
  await yamada.do('setIdentifier', { staffId: ito.staffId, identifier: 'ito@city.example' });
  const { offerTotp: offered } = await ito.ask('mutation { offerTotp { secret offer } }');
  await ito.do('addTotp', { name: 'x', offer: offered.offer, code: codeOf(offered.secret, -30) }, 'factorId');
  provider.people.set('u-5', { email: 'ito@city.example', email_verified: true });
  const desk = await signInAs('u-5');
  expect(await desk.ask('{ me { id } }')).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await desk.ask('{ waysIn { step ways } }')).toEqual({ waysIn: { step: 'SECOND_FACTOR', ways: ['TOTP', 'RECOVERY_CODE'] } });
  const { confirmSignIn } = await desk.ask(`mutation { confirmSignIn(code: "${codeOf(offered.secret)}") { step } }`);
  expect(confirmSignIn).toEqual({ step: 'DONE' });
});

it('takes the provider’s word for a second factor only where the settings say so, and only where its token says it', async () => {
  const port = await freePort();
  const trusting = `http://127.0.0.1:${port}`;
  const asking = await IdentityProvider.open(trusting);
  const settings = {
    PORT: String(port),
    PUBLIC_URL: trusting,
    OIDC_ISSUER: asking.issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
    OIDC_SECOND_FACTOR: 'provider',
    BROWSER_OPERATIONS: 'any',
  };
  const other = await House.open({ settings });
  try {
    const kato = await other.person('kato');
    await (await other.person('yamada')).do('setIdentifier', { staffId: kato.staffId, identifier: 'kato@city.example' });
    const { offerTotp: offered } = await kato.ask('mutation { offerTotp { secret offer } }');
    await kato.do('addTotp', { name: 'x', offer: offered.offer, code: codeOf(offered.secret, -30) }, 'factorId');
    asking.people.set('u-9', { email: 'kato@city.example', email_verified: true });
    asking.atTheDesk = 'u-9';
    for (const [asked, step] of [
      [null, 'SECOND_FACTOR'],
      [['pwd'], 'SECOND_FACTOR'],
      [['pwd', 'mfa'], null],
    ] as const) {
      asking.asked = asked;
      const walker = new Walker();
      await walker.walk(`${trusting}/sign-in/provider`, ({ origin, pathname }) => origin === trusting && !pathname.startsWith('/sign-in/'));
      const headers = { 'content-type': 'application/json', cookie: walker.cookies(new URL(trusting)) };
      const body = JSON.stringify({ query: '{ waysIn { step } }' });
      const answer = (await (await fetch(`${trusting}/graphql`, { method: 'POST', headers, body })).json()) as Json;
      expect({ asked, data: answer.data }).toEqual({ asked, data: { waysIn: { step } } });
      const me = JSON.stringify({ query: '{ me { name } }' });
      const mine = (await (await fetch(`${trusting}/graphql`, { method: 'POST', headers, body: me })).json()) as Json;
      expect({ asked, name: mine.data?.me?.name ?? null }).toEqual({ asked, name: step === null ? '加藤 美咲' : null });
    }
  } finally {
    await other.close();
    await asking.close();
  }
});

it('login CSRF: an answer of the provider that another browser began, that was changed or that comes twice signs nobody in', async () => {
  provider.atTheDesk = 'u-1';
  const victim = new Walker();
  const attacker = new Walker();
  const isReturn = ({ pathname }: URL) => pathname === '/sign-in/provider/return';
  const answer = await attacker.walk(`${home}/sign-in/provider`, isReturn);
  expect(answer.searchParams.get('iss')).toBe(provider.issuer);
  expect((await victim.walk(answer.href, returned)).search).toBe('?sign-in=expired');
  await victim.walk(`${home}/sign-in/provider`, isReturn);
  expect((await victim.walk(answer.href, returned)).search).toBe('?sign-in=refused');
  const own = await attacker.walk(`${home}/sign-in/provider`, isReturn);
  own.searchParams.set('iss', 'https://other.example');
  expect((await attacker.walk(own.href, returned)).search).toBe('?sign-in=refused');
  const fair = await attacker.walk(`${home}/sign-in/provider`, isReturn);
  expect((await attacker.walk(fair.href, returned)).search).toBe('');
  expect((await attacker.walk(fair.href, returned)).search).toBe('?sign-in=expired');
});

it('open redirect: wherever somebody is told to be going, they arrive here', async () => {
  for (const to of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    '/%0d%0aLocation:evil',
    '/@evil.example',
    '',
  ]) {
    provider.atTheDesk = 'u-1';
    const arrived = await new Walker().walk(
      `${home}/sign-in/provider?to=${encodeURIComponent(to)}`,
      (url) => ![home, provider.issuer].includes(url.origin) || returned(url),
    );
    expect({ to, origin: arrived.origin }).toEqual({ to, origin: home });
  }
});

it('goes out through the provider too, and back to this product', async () => {
  const { walker } = await signInAs('u-1');
  const exit = await walker.walk(`${home}/sign-in/provider/end`, ({ origin }) => origin === provider.issuer);
  expect(exit.searchParams.get('post_logout_redirect_uri')).toBe(`${home}/`);
  expect((await walker.walk(exit.href, () => false)).origin).toBe(provider.issuer);
});

it('where no provider is set there is no such way, and one that is not there is said to be so', async () => {
  const plain = await House.open({});
  expect((await fetch(`${plain.address}/sign-in/provider`, { redirect: 'manual' })).status).toBe(404);
  await plain.close();
  const lonely = await House.open({
    settings: { OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`, OIDC_CLIENT_ID: 'x', PUBLIC_URL: home },
  });
  const answer = await fetch(`${lonely.address}/sign-in/provider`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toBe(`${home}/?sign-in=unreachable`);
  await lonely.close();
});
