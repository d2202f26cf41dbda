import request from 'supertest';
import type { Person } from '../../src/commands/scenario/person.js';
import { House } from '../support/house.js';

/* What a client can send that is no command at all: each gets a code of the closed list, and the product goes on. */

let house: House;
let sato: Person;

beforeAll(async () => {
  house = await House.open();
  sato = await house.person('sato');
});
afterAll(() => house.close());

const send = (body: object | string, language = 'en') =>
  request(house.address)
    .post('/graphql')
    .set('Authorization', `Bearer ${sato.token}`)
    .set('Accept-Language', language)
    .set('Content-Type', 'application/json')
    .send(body);
const nested = (levels: number) => `{ agencies ${'{ parts '.repeat(levels)} { id } ${'}'.repeat(levels)} }`;
const codeOf = (answer: { body: { errors?: { extensions: { code: string } }[] } }) => answer.body.errors?.[0]?.extensions.code;

it.each([
  ['a query nested beyond any use', { query: nested(40) }, 'TOO_MANY'],
  ['lists within lists within lists', { query: nested(6) }, 'TOO_MANY'],
  [
    'fragments that multiply',
    {
      query: `${Array.from({ length: 11 }, (_, at) => `fragment F${at} on Agency { ${at === 10 ? 'id' : `parts { ...F${at + 1} ...F${at + 1} }`} }`).join(' ')} { agencies { ...F0 } }`,
    },
    'TOO_MANY',
  ],
  ['a document of endless tokens', { query: `{ me { ${'id '.repeat(20_000)} } }` }, 'INVALID'],
  ['a field that does not exist', { query: '{ me { passwordHash } }' }, 'INVALID'],
  ['a query that does not parse', { query: '{ me { ' }, 'INVALID'],
  ['no query', {}, 'INVALID'],
  ['a number where an id belongs', { query: '{ agency(id: 7) { id } }' }, 'INVALID'],
  ['an id that is none', { query: '{ agency(id: "7; drop table trail") { id } }' }, 'INVALID'],
  ['a variable of another type', { query: 'query ($id: Uuid!) { agency(id: $id) { id } }', variables: { id: { $ne: null } } }, 'INVALID'],
  ['a missing variable', { query: 'query ($id: Uuid!) { agency(id: $id) { id } }' }, 'INVALID'],
  [
    'an input with a field that does not exist',
    {
      query: 'mutation ($i: AddAgencyInput!) { addAgency(commandId: "11111111-1111-4111-8111-111111111111", input: $i) { id } }',
      variables: { i: { name: 'x', kind: 'DEPARTMENT', isAdmin: true } },
    },
    'INVALID',
  ],
  ['a login that no text can hold', { query: 'mutation { signIn(login: "\\u0000", password: "x") { staffId } }' }, 'INVALID'],
  ['a list longer than can be', { query: '{ cases(first: 99999999999) { id } }' }, 'INVALID'],
])('refuses %s', async (_, body, code) => {
  const answer = await send(body);
  expect(codeOf(answer)).toBe(code);
  expect(JSON.stringify(answer.body)).not.toMatch(/stacktrace|node_modules|at .*\.js:/);
});

it.each([
  ['text that is no JSON', '{"query":'],
  ['a body larger than any command', JSON.stringify({ query: `{ me { id } } # ${'x'.repeat(400_000)}` })],
])('turns %s away without an answer of its own', async (_, body) => {
  const answer = await send(body);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});

it.each([['{ cases(first: -5) { id } }'], ['{ cases(first: 0, skip: -3) { id } }'], ['{ tasks(skip: -1) { id } }']])(
  'answers %s with a list, not with a fault',
  async (query) => {
    expect((await send({ query })).body.errors).toBeUndefined();
  },
);

it('speaks the reader’s language', async () => {
  const japanese = await send({ query: '{ agency(id: "00000000-0000-4000-8000-000000000000") { id } }' }, 'ja-JP,en;q=0.5');
  const english = await send({ query: '{ agency(id: "00000000-0000-4000-8000-000000000000") { id } }' }, 'en-GB');
  expect(japanese.body.errors[0].message).toBe('見つからないか、見る権限がありません。');
  expect(english.body.errors[0].message).toBe('Not found, or you may not see it.');
});

it('is alive and ready all the while', async () => {
  expect((await request(house.address).get('/health/live')).body).toEqual({ product: 'tsunagi', live: true });
  expect((await request(house.address).get('/health/ready')).body).toMatchObject({ product: 'tsunagi', ready: true });
});
