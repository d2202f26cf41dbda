import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config.js';
import { sessionIn } from '../graphql/actor.js';

type Origins = Pick<Config, 'publicUrl' | 'allowedOrigins' | 'secureCookie'>;

const HOST = /^([\w-]+(\.[\w-]+)*\.?|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** Whether a Host header names a place at all. Nothing of the product is made from it. */
export const isHost = (host: string | undefined): boolean => host === undefined || HOST.test(host);

/** Pages of this product: of its public address, and where that has no TLS of whatever name it is reached under. */
function isOwn(origin: string, host: string | undefined, { publicUrl }: Origins): boolean {
  if (origin === new URL(publicUrl).origin) return true;
  return !publicUrl.startsWith('https://') && origin === `http://${host}`;
}

const FROM_ELSEWHERE = new Set(['cross-site', 'same-site']);

/**
 * Whether another site had a browser send this: it may change nothing and open no socket. Browsers say where a request comes from, in
 * `Origin` and `Sec-Fetch-Site`; programs say neither. Origins that the settings allow may ask with a token, never with the cookie.
 */
export function isForeign(headers: IncomingHttpHeaders, settings: Origins): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return FROM_ELSEWHERE.has(String(headers['sec-fetch-site']));
  if (isOwn(origin, host, settings)) return false;
  return sessionIn(headers, settings) !== null || !settings.allowedOrigins.includes(origin);
}
