import { readFileSync } from 'node:fs';
import { adviceOn, ConfigFault, readConfig, SETTINGS } from '../../src/config.js';

const faultsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault.message.split('\n');
    throw fault;
  }
  return [];
};

it('names every setting that is wrong, in one sentence each, and repeats no password', () => {
  const wrong = {
    PORT: 'eighty',
    DATABASE_URL: 'mysql://root:geheim@db/x',
    DATA_DIR: '',
    DEMO: 'maybe',
    PUBLIC_URL: 'tsunagi.example',
    TRUSTED_PROXIES: '10.0.0.0/8, everyone',
    ALLOWED_ORIGINS: 'https://app.example/path',
    INTROSPECTION: 'yes',
    RATE_PER_PERSON: '-1',
    SOCKETS_PER_PERSON: '',
    SMTP_URL: 'geheim',
  };
  expect(faultsOf(wrong)).toEqual([
    'PORT must be a whole number from 0 to 65535, but is "eighty".',
    'DATABASE_URL must be a postgres:// address.',
    'DATA_DIR may not be empty.',
    'DEMO must be one of true, false, but is "maybe".',
    'PUBLIC_URL must be an http:// or https:// address.',
    'TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, divided by commas, but is "10.0.0.0/8, everyone".',
    'ALLOWED_ORIGINS must be origins such as https://app.example, divided by commas, but is "https://app.example/path".',
    'INTROSPECTION must be one of signed-in, never, but is "yes".',
    'RATE_PER_PERSON must be a whole number from 0 to 1000000, but is "-1".',
    'SOCKETS_PER_PERSON must be a whole number from 1 to 100000, but is "".',
    'SMTP_URL must be an smtp:// or smtps:// address.',
  ]);
});

it('advises whoever serves real families, and says nothing where all is well', () => {
  const careless = adviceOn(readConfig({ PUBLIC_URL: 'https://tsunagi.example' }));
  expect(careless.map((sentence) => /SECURE_COOKIE|DEMO|TRUSTED_PROXIES|DATABASE_URL/.exec(sentence)?.[0])).toEqual([
    'SECURE_COOKIE',
    'DEMO',
    'TRUSTED_PROXIES',
    'DATABASE_URL',
  ]);
  expect(adviceOn(readConfig({ HOST: '0.0.0.0' }))).toHaveLength(1);
  expect(adviceOn(readConfig({}))).toEqual([]);
  const careful = {
    PUBLIC_URL: 'https://tsunagi.example',
    SECURE_COOKIE: 'true',
    DEMO: 'false',
    TRUSTED_PROXIES: '10.0.0.7',
    DATABASE_URL: 'postgres://tsunagi:x@db.example/tsunagi',
  };
  expect(adviceOn(readConfig(careful))).toEqual([]);
});

it('lists every setting in the README', () => {
  const page = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const { name, fallback } of Object.values(SETTINGS))
    expect(page).toContain(`| \`${name}\` |${fallback === '' ? '' : ` \`${fallback}\``}`);
});
