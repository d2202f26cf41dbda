import { createHash, randomBytes } from 'node:crypto';
import type { Config } from '../config.js';
import type { Database } from '../database/database.js';
import type { StaffActor } from '../permissions/actor.js';

/** Behind https a cookie that no other host can have set: the prefix makes browsers see to it. */
export const cookieNamed = (name: string, { secureCookie }: Pick<Config, 'secureCookie'>) =>
  `${secureCookie ? '__Host-' : ''}tsunagi_${name}`;

/** What the tokens of API clients begin with, so that scanners for secrets find them. */
const API_TOKEN = 'tsunagi_';

/** 256 random bits: what nobody guesses needs no slow digest. */
const randomToken = () => randomBytes(32).toString('base64url');
export const newSessionToken = randomToken;
export const newApiToken = () => `${API_TOKEN}${randomToken()}`;

/** Only the digest of a token is kept; who reads the table cannot sign in with it. */
export const digestOf = (token: string) => createHash('sha256').update(token).digest();

const cookieIn = (header: string | undefined, name: string) =>
  header
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([key]) => key === name)?.[1];

interface Headers {
  readonly authorization?: string;
  readonly cookie?: string;
}

/** The bearer token of an API client. */
export function bearerIn(headers: Headers): string | null {
  const [scheme, bearer] = headers.authorization?.split(' ') ?? [];
  return scheme?.toLowerCase() === 'bearer' && bearer ? bearer : null;
}

type Cookies = Pick<Config, 'secureCookie'>;

/** The session that a browser sends along with whatever it asks. */
export const sessionIn = (headers: Headers, config: Cookies): string | null =>
  cookieIn(headers.cookie, cookieNamed('session', config)) ?? null;

/** The token a request carries: a bearer token of an API client, or the cookie of a browser. */
export const tokenOf = (headers: Headers, config: Cookies): string | null => bearerIn(headers) ?? sessionIn(headers, config);

/** The token of a socket: said by its client, or else as in any request. */
export function tokenOfHandshake(handshake: { auth: Record<string, unknown>; headers: Headers }, config: Cookies): string | null {
  const said = handshake.auth['token'];
  return typeof said === 'string' ? said : tokenOf(handshake.headers, config);
}

/** Who came with a token, as they stand now: the same for requests and sockets. `null` when not signed in. */
export async function actorOf(database: Database, token: string | null): Promise<StaffActor | null> {
  return (token === null ? null : await database.acquaintances.standing(digestOf(token)))?.actor ?? null;
}
