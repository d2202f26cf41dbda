import type { GraphQLSchema } from 'graphql';
import type { Chance } from '../policy/oracle/chance.js';
import { operationsOf, type Operation } from '../policy/askable.js';
import { DOCUMENTS, hostile, RAW_JSON, TEXTS } from './hostile.js';

/** One request: where to, with which headers, and the bytes of its body. */
export interface Shot {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What there is to shoot at: everything that the schema offers, and the ids of what is really there. */
export interface Target {
  readonly operations: readonly Operation[];
  readonly ids: readonly string[];
  readonly registered: readonly string[];
}

export const targetOf = (schema: GraphQLSchema, ids: readonly string[], registered: readonly string[]): Target => ({
  operations: operationsOf(schema),
  ids,
  registered,
});

const JSON_TYPE = { 'content-type': 'application/json' };

/** The next request that chance has in store. */
export function nextShot(chance: Chance, target: Target): Shot {
  const kind = chance.below(100);
  if (kind < 62) return anOperation(chance, target);
  if (kind < 70) return aDocument(chance, target);
  if (kind < 78) return graphql('malformed JSON', mangled(chance, chance.one(RAW_JSON)));
  if (kind < 86) return aRegistered(chance, target);
  if (kind < 93) return strangeHeaders(chance, target);
  return aPath(chance, target);
}

const graphql = (what: string, body: string, headers: Record<string, string> = {}): Shot => ({
  what,
  method: 'POST',
  path: '/graphql',
  headers: { ...JSON_TYPE, ...headers },
  body,
});

const anId = (chance: Chance, { ids }: Target) => (ids.length > 0 && chance.often(0.9) ? chance.one(ids) : chance.id());

/** An operation of the schema with values that fit, of which some are then spoilt. */
function anOperation(chance: Chance, target: Target): Shot {
  const operation = chance.one(target.operations);
  const fitting = operation.variables((name) => (name === 'commandId' ? chance.id() : anId(chance, target)));
  const share = chance.one([0, 0.1, 0.3, 1]);
  const variables = spoil(chance, fitting, share);
  return graphql(operation.name, JSON.stringify({ query: operation.document, variables }));
}

/** The same value with some of its parts replaced, left out, or joined by others that nobody declared. */
function spoil(chance: Chance, value: unknown, share: number): unknown {
  if (Array.isArray(value)) return value.map((item) => spoil(chance, item, share));
  if (typeof value !== 'object' || value === null) return chance.often(share) ? hostile(chance) : value;
  const kept = Object.entries(value).flatMap(([key, item]) => {
    const fate = chance.next() / (share || 1);
    if (fate < 0.05) return [];
    return [[key, fate < 0.15 ? hostile(chance) : spoil(chance, item, share)] as const];
  });
  const added = chance.often(share / 4) ? [[chance.one(TEXTS), hostile(chance)] as const] : [];
  return Object.fromEntries([...kept, ...added]);
}

function aDocument(chance: Chance, { operations }: Target): Shot {
  const document = chance.often(0.5) ? chance.one(DOCUMENTS) : mangled(chance, chance.one(operations).document);
  return graphql('a document', JSON.stringify({ query: document, variables: chance.often(0.5) ? hostile(chance) : {} }));
}

/** A text with a piece cut out, doubled, or replaced. */
function mangled(chance: Chance, text: string): string {
  const [from, length] = [chance.below(text.length + 1), chance.below(20)];
  const [before, piece, after] = [text.slice(0, from), text.slice(from, from + length), text.slice(from + length)];
  return chance.one([text, before + after, before + piece.repeat(chance.below(50)) + after, before + chance.one(TEXTS) + after]);
}

function aRegistered(chance: Chance, { registered, ids }: Target): Shot {
  const documentId = registered.length > 0 && chance.often(0.9) ? chance.one(registered) : hostile(chance);
  const input = { [chance.one(['caseId', 'id', 'sessionId', 'version'])]: chance.often(0.5) ? hostile(chance) : chance.one(ids) };
  const variables = { id: chance.one(ids), commandId: chance.id(), input, ...(chance.often(0.3) ? { on: hostile(chance) } : {}) };
  return graphql('a registered operation', JSON.stringify({ documentId, variables }), { 'x-as': 'browser' });
}

/** What can stand in a header at all; anything else, no client sends. */
const headerText = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 4_000);

function strangeHeaders(chance: Chance, target: Target): Shot {
  const name = chance.one([
    ...['content-type', 'accept', 'accept-language', 'origin', 'cookie', 'authorization', 'content-encoding', 'x-forwarded-for'],
    ...['x-http-method-override', 'referer', 'user-agent', 'if-none-match', 'range', 'x-apollo-operation-name', 'sec-fetch-site'],
  ]);
  const value = chance.often(0.5)
    ? headerText(chance.one(TEXTS))
    : chance.one(['*/*', 'text/plain', 'application/graphql-response+json', 'null', 'gzip']);
  return { ...anOperation(chance, target), what: `header ${name}`, headers: { ...JSON_TYPE, [name]: value } };
}

const PLACES = [
  '/',
  '/graphql',
  '/health/live',
  '/health/ready',
  '/assets/',
  '/calendars/',
  '/socket.io/',
  '/live',
  '/cases/',
  '/operations.json',
];

function aPath(chance: Chance, { ids }: Target): Shot {
  const tail = chance.one([
    encodeURIComponent(chance.one(TEXTS).toWellFormed()).slice(0, 2_000),
    '..%2f..%2fpackage.json',
    '%',
    '%zz',
    '?a=%00',
    `?q=${chance.one(ids)}`,
  ]);
  return {
    what: 'a path',
    method: chance.one(['GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE']),
    path: chance.one(PLACES) + tail,
    headers: chance.often(0.5) ? JSON_TYPE : { accept: 'text/html' },
    body: '',
  };
}
