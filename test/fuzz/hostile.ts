import type { Chance } from '../policy/oracle/chance.js';

/* What people never type and attackers do. */

const deep = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);

/** Texts that break something somewhere: SQL, headers, logs, markup, paths, templates, Unicode. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  "'",
  "' or '1'='1",
  "'; drop table trail; --",
  '1); select pg_sleep(30); --',
  '$1',
  '$$; drop table note; $$',
  '\\',
  '%',
  '%_%',
  '\r\nSet-Cookie: tsunagi_session=stolen',
  '\r\n\r\nHTTP/1.1 200 OK',
  '\n{"level":60,"msg":"forged"}',
  '<script>alert(1)</script>',
  '{{7*7}}${7*7}#{7*7}',
  '../../../../etc/passwd',
  '..\\..\\windows',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data',
  '=HYPERLINK("http://evil.example")',
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  '\ufeff',
  '\u202e逆さ',
  '\u200b\u200b\u200b',
  '\u2028\u2029',
  'é'.normalize('NFD').repeat(200),
  'Z͑ͫ̓̈'.repeat(60),
  '👨‍👩‍👧‍👦'.repeat(50),
  '𠮷野家',
  '㍿㋿㏾',
  'ﷺ'.repeat(500),
  'ｱｲｳ ﾊﾟﾋﾟ',
  'x'.repeat(201),
  '字'.repeat(10_001),
  'x'.repeat(100_000),
  deep(2_000, '(', ')'),
  `${'a'.repeat(30_000)}!`,
  '0',
  '-1',
  '1e309',
  'NaN',
  'null',
  'true',
  '0000-00-00',
  '9999-12-31',
  '2026-02-30',
  '2026-11-25T25:61:61Z',
  '-271821-04-20T00:00:00Z',
  '2026-11-25T00:00:00+99:99',
  '24:00',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  "00000000-0000-4000-8000-000000000000'--",
  'a@b',
  '"@"@example.com',
  'x@example.com\r\nBcc: y@example.com',
];

const NUMBERS: readonly number[] = [
  ...[0, -0, 1, -1, 2, 500, 501, 1e6, 2_147_483_647, 2_147_483_648, -2_147_483_649],
  ...[Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER + 2, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 1.5, 1e21],
];

/** JSON that no `JSON.stringify` writes. */
export const RAW_JSON: readonly string[] = [
  '',
  '{',
  '}',
  '[]',
  'null',
  '7',
  '"query"',
  '{"query":',
  '{"query":"{ me { id } }"',
  '{"query":"{ me { id } }",}',
  "{'query':'{ me { id } }'}",
  '{"query":"\\ud800"}',
  '{"query":"{ me { id } }","query":7}',
  '{"query":"{ me { id } }","variables":1e999}',
  '{"query":"{ me { id } }","variables":{"a":1e-999}}',
  '{"query":"{ me { id } }","variables":{"__proto__":{"a":1}}}',
  '{"query":"{ me { id } }","__proto__":{"a":1}}',
  '{"query":"{ me { id } }","constructor":{"prototype":{"a":1}}}',
  '{"query":{"toString":"x"}}',
  '{"query":["{ me { id } }"]}',
  '{"query":"{ me { id } }","operationName":{"a":1}}',
  '{"query":"{ me { id } }","operationName":"nobody"}',
  '{"query":"{ me { id } }","extensions":[]}',
  '{"query":"{ me { id } }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
  '{"documentId":"__proto__"}',
  '{"documentId":{"toString":1}}',
  '[{"query":"{ me { id } }"},{"query":"{ me { id } }"}]',
  deep(20_000, '[', ']'),
  deep(5_000, '{"a":', '}'),
  `{"query":"{ me { id } }","variables":${deep(5_000, '{"a":', '}').replace('}', '1}')}}`,
  '\u0000',
  '\ufeff{"query":"{ me { id } }"}',
  'query=%7Bme%7Bid%7D%7D',
];

/** Documents that are hardly any. */
export const DOCUMENTS: readonly string[] = [
  '',
  '#',
  '{',
  '{}',
  '{ me }',
  '{ me { } }',
  'query',
  'mutation',
  'subscription { x }',
  'type Query { a: Int }',
  'query A { me { id } } query A { me { id } }',
  'query A { me { id } } query B { me { id } }',
  'fragment A on Staff { ...A } { me { ...A } }',
  'fragment A on Nothing { id } { me { ...A } }',
  'query ($a: Int = "x") { cases(first: $a) { id } }',
  'query ($a: [[[[Int!]!]!]!]!) { me { id } }',
  'query ($a: Staff) { me { id } }',
  '{ cases(first: 9999999999999999999999) { id } }',
  '{ cases(first: 1.5) { id } }',
  '{ cases(first: null) { id } }',
  '{ cases(first: $nothing) { id } }',
  '{ case(id: """x""") { id } }',
  '{ __typename @skip(if: "yes") }',
  '{ __type(name: "__proto__") { name } }',
  '{ __schema { types { fields { type { fields { type { name } } } } } } }',
  '{ me { id ... on Query { me { id } } } }',
  `{ ${'a: '.repeat(300)} me { id } }`,
  deep(3_000, '{ a ', '}'),
  `{ me { id(${'a: 1 '.repeat(500)}) } }`,
  `{ case(id: ${deep(1_500, '[', ']')}) { id } }`,
  `{ case(id: ${deep(1_000, '{ a: ', '}').replace('}', '1 }')}) { id } }`,
  '{ me { id } } # \u0000',
  '{ mé { ïd } }',
  '{ me { id }\u2028 }',
];

const anObject = (chance: Chance): unknown => ({ [chance.one(TEXTS)]: chance.below(3) === 0 ? hostile(chance) : 1 });

/** A value of any type, in any shape. */
export function hostile(chance: Chance): unknown {
  const kind = chance.below(10);
  if (kind < 5) return chance.one(TEXTS);
  if (kind < 7) return chance.one(NUMBERS);
  if (kind === 7) return chance.one([null, true, false]);
  if (kind === 8) return Array.from({ length: chance.one([0, 1, 2, 600]) }, () => chance.one(TEXTS.slice(0, 30)));
  return anObject(chance);
}
