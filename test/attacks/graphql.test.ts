import { randomUUID } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import request from 'supertest';
import type { Person } from '../../src/commands/scenario/person.js';
import { House, refusalOf } from '../support/house.js';
import { operationId } from '../support/operations.js';
import { operationsOf, schemaOf } from '../policy/askable.js';

/* What tools that attack GraphQL try: each gets a refusal of the closed list, and the product goes on. */

let house: House;
let sato: Person;
let caseId: string;
let me: string;
beforeAll(async () => {
  house = await House.open({ overheard: true, settings: { COST_BUDGET: '50000' } });
  sato = await house.person('sato');
  me = await operationId('Me');
  ({ id: caseId } = await sato.do('openCase', { headline: '見出し', subject: { name: '森 さくら', kana: 'もり さくら' } }));
});
afterAll(() => house.close());

type Headers = Record<string, string>;
const post = (body: object | string, headers: Headers = { authorization: `Bearer ${sato.token}` }) =>
  request(house.address).post('/graphql').set('accept-language', 'en').set('content-type', 'application/json').set(headers).send(body);
const asBrowser = () => ({ cookie: `tsunagi_session=${sato.token}` });
const codeOf = (answer: { body: { errors?: { extensions: { code: string } }[] } }) => answer.body.errors?.[0]?.extensions.code;
const times = (count: number, write: (at: number) => string) => Array.from({ length: count }, (_, at) => write(at)).join(' ');

it.each([
  ['alias flooding', `{ me { ${times(101, (at) => `alias${at}: id`)} } }`],
  [
    'alias flooding of passwords',
    `mutation { ${times(10, (at) => `a${at}: signIn(login: "sato", password: "guess-${at}") { staffId }`)} }`,
  ],
  ['directive overload', `{ me { ${times(30, (at) => `a${at}: id @include(if: true)`)} } }`],
  ['field duplication', `{ ${'__typename '.repeat(500)} }`],
  ['field duplication by fragments', `{ me { ${'...A '.repeat(100)} } } fragment A on Staff { id }`],
  ['batch flooding in one document', `{ ${times(30, (at) => `c${at}: cases(first: 500) { id }`)} }`],
  [
    'a cost beyond the budget',
    '{ cases(first: 500) { tasks { id what dueOn status version caseId category } records { id body kind category version } seats { id since } } }',
  ],
  ['depth', `{ agencies ${'{ parts '.repeat(40)} { id } ${'}'.repeat(40)} }`],
  [
    'fragments that multiply',
    `${times(11, (at) => `fragment F${at} on Agency { ${at === 10 ? 'id' : `parts { ...F${at + 1} a: parts { ...F${at + 1} } }`} }`)} { agencies { ...F0 } }`,
  ],
])('%s is too much', async (_, query) => {
  const answer = await post({ query });
  expect(codeOf(answer)).toBe('TOO_MANY');
  expect(answer.body.data).toBeFalsy();
});

it.each([
  ['circular fragments', '{ me { ...A } } fragment A on Staff { id ...B } fragment B on Staff { id ...A }'],
  ['directives that nobody knows', `{ __typename ${'@aa'.repeat(50)} }`],
  ['directives said again and again', `{ me { id ${'@include(if: true)'.repeat(30)} } }`],
  ['a fragment of itself', '{ me { ...A } } fragment A on Staff { postings { staff { ...A } } }'],
  ['circular introspection', `{ __schema { ${'types { fields { type { '.repeat(6)} name ${'} } }'.repeat(6)} } }`],
])('%s end at once', async (_, query) => {
  expect(['INVALID', 'TOO_MANY']).toContain(codeOf(await post({ query })));
});

it('batch flooding: an array of operations is turned away whole', async () => {
  const answer = await post(Array.from({ length: 10 }, () => ({ query: '{ me { id } }' })));
  expect(answer.status).toBe(400);
  expect(answer.body.data).toBeUndefined();
});

it('tells in every answer what it cost, and what it might', async () => {
  const { body } = await post({ query: 'query ($n: Int!) { cases(first: $n) { id number } me { id } }', variables: { n: 40 } });
  expect(body.extensions.cost).toEqual({ spent: 1 + 40 * 2 + 2, budget: 50_000 });
});

describe('introspection abuse', () => {
  const SCHEMA = { query: getIntrospectionQuery() };
  it('shows the schema to a program with a token and to nobody else', async () => {
    expect((await post(SCHEMA)).body.data.__schema.types.length).toBeGreaterThan(50);
    for (const headers of [{}, { authorization: 'Bearer guessed' }, asBrowser()] as Headers[])
      expect(codeOf(await post(SCHEMA, headers))).toBe('FORBIDDEN');
    expect(codeOf(await post({ query: 'query { ... on Query { me { id } __type(name: "Staff") { name } } }' }, {}))).toBe('FORBIDDEN');
  });

  it('suggests no names to those who guess', async () => {
    const guess = { query: '{ mee { idd } }' };
    expect(JSON.stringify((await post(guess)).body)).toContain('Did you mean');
    expect(JSON.stringify((await post(guess, {})).body)).not.toMatch(/Did you mean|"me"|detail/);
  });

  it('is shown to nobody where the settings say so', async () => {
    const closed = await House.open({ settings: { INTROSPECTION: 'never' } });
    try {
      const person = await closed.person('sato');
      expect((await refusalOf(person.ask(SCHEMA.query))).code).toBe('INVALID');
      expect((await refusalOf(person.ask('{ mee { id } }'))).message).not.toContain('Did you mean');
    } finally {
      await closed.close();
    }
  });
});

describe('cache poisoning of registered operations', () => {
  it('with the cookie of a browser nothing runs that the build did not register', async () => {
    expect((await post({ documentId: me }, asBrowser())).body.data.me.id).toBe(sato.staffId);
    for (const headers of [asBrowser(), { ...asBrowser(), authorization: 'Basic x' }, { ...asBrowser(), authorization: 'Bearer ' }])
      expect(codeOf(await post({ query: '{ me { id } }' }, headers))).toBe('FORBIDDEN');
  });

  it('a request cannot add or replace an operation', async () => {
    const other = '{ agencies { id } }';
    const stolen = await post(
      { documentId: me, query: other, extensions: { persistedQuery: { version: 1, sha256Hash: me.slice(7) } } },
      asBrowser(),
    );
    expect(stolen.body.data).toHaveProperty('me');
    const unknown = `sha256:${'0'.repeat(64)}`;
    for (const documentId of [unknown, '__proto__', 'constructor', 'toString', ['a'], { toString: me }, null, 7])
      expect(codeOf(await post({ documentId, query: other }, asBrowser()))).toBe('INVALID');
    const register = { query: other, extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } };
    expect(codeOf(await post(register))).toBe('INVALID');
    expect(codeOf(await post({ documentId: unknown }, asBrowser()))).toBe('INVALID');
  });
});

describe('mass assignment', () => {
  it.each(['id', 'version', 'caseId', 'staffId', 'createdAt', 'status', 'isAdmin', 'category'])(
    '%s cannot be slipped into an input',
    async (field) => {
      const input = { headline: '見出し', subject: { name: '谷 みどり', kana: 'たに みどり' }, [field]: randomUUID() };
      expect((await refusalOf(sato.do('openCase', input))).code).toBe('INVALID');
    },
  );
});

describe('prototype pollution', () => {
  it.each([
    '{"query":"{ me { id } }","__proto__":{"polluted":1}}',
    '{"query":"{ me { id } }","constructor":{"prototype":{"polluted":1}}}',
    '{"query":"query ($a: Int) { cases(first: $a) { id } }","variables":{"__proto__":{"a":1}}}',
    '{"query":"{ me { id } }","variables":{"constructor":{"prototype":{"polluted":1}}}}',
    '{"query":"{ me { id } }","extensions":{"__proto__":{"polluted":1}}}',
    '{"query":"{ me { __proto__ } }"}',
    '{"query":"{ me { constructor } }"}',
    '{"query":"{ me { __proto__: id constructor: name } }"}',
  ])('%s changes nothing', async (body) => {
    const answer = await post(body);
    expect(answer.status).toBeLessThan(500);
    expect(codeOf(answer)).not.toBe('INTERNAL');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('SQL injection', () => {
  const INJECTIONS = [`' or '1'='1`, `'; drop table trail; --`, `$1`, `\\'; select pg_sleep(9)--`, `"; truncate note`];

  it('goes as text through every text of every operation', async () => {
    const tables = await house.behind(`select relname from pg_class where relnamespace = 'public'::regnamespace order by 1`);
    const operations = operationsOf(await schemaOf(sato));
    let asked = 0;
    for (const operation of operations) {
      for (const which of [/^x$/, /^/]) {
        const variables = withTexts(
          operation.variables(() => randomUUID()),
          which,
          () => INJECTIONS[asked++ % INJECTIONS.length]!,
        );
        const body = { query: operation.document, variables };
        let answer = await post(body);
        // Some operations end sessions.
        if (codeOf(answer) === 'UNAUTHENTICATED') answer = await house.person('sato').then((again) => ((sato = again), post(body)));
        expect({ name: operation.name, code: codeOf(answer) }).not.toMatchObject({ code: 'INTERNAL' });
      }
    }
    expect(asked).toBeGreaterThan(200);
    expect(await house.behind(`select relname from pg_class where relnamespace = 'public'::regnamespace order by 1`)).toEqual(tables);
  }, 240_000);

  it('is kept as it was written', async () => {
    for (const body of INJECTIONS) {
      const { id } = await sato.do('writeRecord', { caseId, category: 'LIFE', kind: 'NOTE', body }, 'id');
      expect(await house.behind('select body from record where id = $1', [id])).toEqual([{ body }]);
    }
  });
});

it('log injection: no line of the log is one that somebody else wrote', async () => {
  const forged = '\r\n{"level":30,"msg":"forged"}\r\n';
  await post(
    { query: `{ x(a: "${encodeURIComponent(forged)}") }`, operationName: forged },
    { authorization: `Bearer x`, 'user-agent': 'forged' },
  );
  await post({ query: 'mutation ($l: ShortText!) { signIn(login: $l, password: "forged") { staffId } }', variables: { l: forged } }, {});
  await request(house.address).get(`/${encodeURIComponent(forged)}`);
  const lines = house.emitted.all().filter(({ channel }) => channel === 'log');
  for (const { text } of lines) {
    expect(text.trimEnd()).not.toContain('\n');
    expect(JSON.parse(text)).not.toMatchObject({ msg: 'forged' });
  }
});

/** The same value with another text in the place of each of these. */
function withTexts(value: unknown, which: RegExp, next: () => string): unknown {
  if (typeof value === 'string') return which.test(value) ? next() : value;
  if (Array.isArray(value)) return value.map((item) => withTexts(item, which, next));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item, which, next)]));
  return value;
}
