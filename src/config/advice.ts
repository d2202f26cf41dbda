import type { Config } from '../config.js';

const isLoopback = (host: string) => /^(127\.|localhost$|::1$)/.test(host);
const isHttps = ({ publicUrl }: Config) => publicUrl.startsWith('https://');

/** Settings that are no fault and yet not what a house with real families wants: when, and what to do. */
const ADVICE: readonly (readonly [when: (config: Config) => boolean, sentence: string])[] = [
  [(config) => isHttps(config) && !config.secureCookie, 'PUBLIC_URL is https, but cookies are not marked Secure: set SECURE_COOKIE=true.'],
  [(config) => isHttps(config) && config.demo, 'DEMO fills an empty database with people whose password everybody knows: set DEMO=false.'],
  [
    (config) => isHttps(config) && config.trustedProxies.length === 0,
    'PUBLIC_URL is https, so a proxy stands before the product and everybody seems to come from its address: name it in TRUSTED_PROXIES.',
  ],
  [
    (config) => isHttps(config) && config.databaseUrl === null,
    'The embedded database is for trying out: set DATABASE_URL to a PostgreSQL that is backed up.',
  ],
  [
    (config) => !isLoopback(config.host) && !isHttps(config),
    'The product listens beyond this machine without https: put a proxy with TLS before it and set PUBLIC_URL to its https:// address.',
  ],
  [
    (config) => config.browserOperations === 'any',
    'BROWSER_OPERATIONS=any lets a script that got into a page ask whatever it likes: leave it at registered.',
  ],
];

/** What a person who installs the product for real work should change: one sentence each. */
export const adviceOn = (config: Config): readonly string[] => ADVICE.flatMap(([when, sentence]) => (when(config) ? [sentence] : []));
