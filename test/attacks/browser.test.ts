import { connect } from 'node:net';
import request from 'supertest';
import { io } from 'socket.io-client';
import type { Person } from '../../src/commands/scenario/person.js';
import { House } from '../support/house.js';
import { operationId } from '../support/operations.js';

/* What other sites have a browser do, and what browsers are told so that they do not. */

const EVIL = 'https://evil.example';
const PARTNER = 'https://partner.example';

let house: House;
let sato: Person;
let cookie: string;
let me: string;
beforeAll(async () => {
  house = await House.open({ settings: { PUBLIC_URL: 'https://tsunagi.example', ALLOWED_ORIGINS: PARTNER } });
  sato = await house.person('sato');
  cookie = `tsunagi_session=${sato.token}`;
  me = await operationId('Me');
});
afterAll(() => house.close());

const post = (headers: Record<string, string>, body: object | string = { documentId: me }) =>
  request(house.address).post('/graphql').set(headers).send(body);
const SIGN_OUT = { query: 'mutation { signOutEverywhere(commandId: "11111111-1111-4111-8111-111111111112") { id } }' };

describe('CSRF', () => {
  const form = new URLSearchParams(SIGN_OUT).toString();
  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, form, 415],
    ['a form with a file', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--', 415],
    ['plain text that is JSON', { 'content-type': 'text/plain' }, JSON.stringify(SIGN_OUT), 415],
    ['JSON of another origin', { 'content-type': 'application/json', origin: EVIL }, JSON.stringify(SIGN_OUT), 403],
    ['JSON of a page without an origin', { 'content-type': 'application/json', origin: 'null' }, JSON.stringify(SIGN_OUT), 403],
    [
      'a neighbour in the same domain',
      { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' },
      JSON.stringify(SIGN_OUT),
      403,
    ],
    ['a partner who has the cookie sent along', { 'content-type': 'application/json', origin: PARTNER }, JSON.stringify(SIGN_OUT), 403],
  ])('%s changes nothing', async (_, headers, body, status) => {
    const answer = await post({ cookie, ...headers }, body);
    expect(answer.status).toBe(status);
    expect(answer.get('access-control-allow-credentials')).toBeUndefined();
    expect(await sato.ask('{ me { id } }')).toEqual({ me: { id: sato.staffId } });
  });

  it('our own pages may', async () => {
    const answer = await post({ cookie, origin: 'https://tsunagi.example', 'sec-fetch-site': 'same-origin' });
    expect(answer.body).toMatchObject({ data: { me: { id: sato.staffId } } });
  });

  it('a query in an address is not run, with or without the cookie', async () => {
    for (const headers of [{ cookie }, { authorization: `Bearer ${sato.token}` }, {}]) {
      const answer = await request(house.address)
        .get('/graphql')
        .query({ query: '{ me { id } }' })
        .set(headers)
        .set('apollo-require-preflight', '1');
      expect(answer.status).toBe(405);
      expect(answer.get('allow')).toBe('POST');
    }
  });
});

describe('CORS', () => {
  it('is closed, and open to those whom the settings name, with a token only', async () => {
    const ask = (origin: string) =>
      request(house.address)
        .options('/graphql')
        .set({ origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' });
    expect((await ask(EVIL)).get('access-control-allow-origin')).not.toBe(EVIL);
    expect((await ask(PARTNER)).get('access-control-allow-origin')).toBe(PARTNER);
    const answer = await post({ origin: PARTNER, authorization: `Bearer ${sato.token}` }, { query: '{ me { id } }' });
    expect(answer.body.data.me.id).toBe(sato.staffId);
    expect(answer.get('access-control-allow-credentials')).toBeUndefined();
  });
});

describe('cross-site socket', () => {
  const opening = (headers: Record<string, string>) => {
    const socket = io(`${house.address}/live`, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: headers });
    return new Promise<string>((said) => {
      socket.once('connect', () => said('connected'));
      socket.once('connect_error', ({ message }) => said(message));
    }).finally(() => socket.close());
  };

  it('is refused before anybody asks who it is', async () => {
    expect(await opening({ cookie, origin: EVIL })).toBe('websocket error');
    expect(await opening({ cookie, 'sec-fetch-site': 'cross-site' })).toBe('websocket error');
    expect(await opening({ cookie, origin: PARTNER })).toBe('websocket error');
    expect(await opening({ cookie, origin: 'https://tsunagi.example' })).toBe('connected');
  });
});

it('clickjacking: no answer of any kind may be shown in a frame, run a script of others, or be kept', async () => {
  for (const [path, status] of [
    ['/', 200],
    ['/graphql', 405],
    ['/health/live', 200],
    ['/nowhere', 404],
    ['/calendars/x.ics', 404],
  ] as const) {
    const answer = await request(house.address)
      .get(path)
      .set('accept', path === '/' ? 'text/html' : '*/*');
    expect({ path, status: answer.status }).toEqual({ path, status });
    const policy = answer.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(answer.headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.stringMatching(/^(same-origin|no-referrer)$/),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cache-control': expect.stringMatching(/no-(store|cache)/),
    });
    expect(answer.get('x-powered-by')).toBeUndefined();
    expect(answer.get('server')).toBeUndefined();
  }
});

describe('open redirect', () => {
  it.each([
    '//evil.example',
    '//evil.example/..',
    '/\\evil.example',
    '/%2f%2fevil.example',
    '/?next=https://evil.example',
    '/assets//evil.example',
  ])('%s leads nowhere else', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: tsunagi.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (200|400|403|404)/);
    expect(answer).not.toMatch(/\r\nlocation:/i);
  });
});

describe('path traversal', () => {
  it.each([
    '/assets/../operations.json',
    '/assets/..%2foperations.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/../../../../etc/passwd',
    '/assets/%00',
    '/assets/....//....//package.json',
    '/assets/%252e%252e%252fpackage.json',
  ])('%s reaches no file', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: tsunagi.example\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(answer).not.toMatch(/root:|"dependencies"|sha256:|node_modules/);
  });
});

describe('host header injection', () => {
  it.each(['evil.example', 'tsunagi.example:80@evil.example', 'x"><script>', 'a b', "';--", '[::1', 'evil.example/path'])(
    '%s appears in nothing that goes out',
    async (host) => {
      const body = JSON.stringify({ query: '{ me { id } }' });
      const answer = await raw(
        `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: ${host}\r\nContent-Type: application/json\r\nAuthorization: Bearer ${sato.token}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 (200|400)/);
      expect(answer).not.toContain(host);
    },
  );

  it('is not what links and feeds are made of', async () => {
    const answer = await post(
      { host: 'evil.example', authorization: `Bearer ${sato.token}` },
      { query: 'mutation { openCalendarFeed(commandId: "11111111-1111-4111-8111-111111111199") { address } }' },
    );
    expect(JSON.stringify(answer.body)).not.toContain('evil.example');
  });
});

it('what a request says of its own address is not believed', async () => {
  const careful = await House.open({ settings: { RATE_PER_ADDRESS: '3' } });
  try {
    const statuses: number[] = [];
    for (let at = 0; at < 5; at++)
      statuses.push((await request(careful.address).get('/health/live').set('x-forwarded-for', `192.0.2.${at}`)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  } finally {
    await careful.close();
  }
});

/** What the product answers to these very bytes. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(house.address);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}
