import { resolve } from 'node:path';

/** Every setting of the product, read once. The only reader of `process.env`. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** External PostgreSQL (15 or later); `null` runs the embedded one. */
  readonly databaseUrl: string | null;
  /** Where the embedded database and the published trail heads live. */
  readonly dataDir: string;
  /** Where heads of the trail are published: one line for each, outside the database. */
  readonly headsDir: string;
  /** The file with the keys under which secrets lie in the database and in files. */
  readonly keysFile: string;
  /** Whether the product makes that file at its first start: only where nobody named another. */
  readonly makesKeys: boolean;
  /** Fill an empty database with the demonstration network. */
  readonly demo: boolean;
  /** Length of a signed-in session, in hours. */
  readonly sessionHours: number;
  /** Mark the session cookie `Secure`: on wherever the product is served over https. */
  readonly secureCookie: boolean;
  readonly logLevel: string;
  /** Where people reach the product: what links in mail and calendars begin with, without a slash at the end. */
  readonly publicUrl: string;
  /** The mail server, with its credentials; `null` sends no mail. */
  readonly smtpUrl: string | null;
  /** In whose name mail goes out: one address. */
  readonly mailFrom: string;
}

interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
}

/** What `npm start -- --help` and the README list. */
export const SETTINGS: readonly Setting[] = [
  { name: 'HOST', fallback: '127.0.0.1', meaning: 'address to listen on' },
  { name: 'PORT', fallback: '4000', meaning: 'port to listen on (0–65535; 0 takes any free one)' },
  { name: 'DATABASE_URL', fallback: '', meaning: 'postgres://… of an external PostgreSQL 15 or later; empty runs the embedded one' },
  { name: 'DATA_DIR', fallback: '.data', meaning: 'directory of the embedded database and the published trail heads' },
  {
    name: 'HEADS_DIR',
    fallback: '',
    meaning: 'directory for published trail heads, best on storage the database administrator cannot write; empty is DATA_DIR/heads',
  },
  {
    name: 'KEYS_FILE',
    fallback: '',
    meaning:
      'file with the keys that seal secrets at rest, one a line, the first of them seals; empty is DATA_DIR/keys, made at the first start',
  },
  { name: 'DEMO', fallback: 'true', meaning: 'true or false: fill an empty database with the demonstration network' },
  { name: 'SESSION_HOURS', fallback: '12', meaning: 'hours until a session ends (1–168)' },
  { name: 'SECURE_COOKIE', fallback: 'false', meaning: 'true or false: mark the cookie Secure; set it behind https' },
  {
    name: 'PUBLIC_URL',
    fallback: '',
    meaning: 'where people reach the product, https://…: what links in mail and calendars begin with; empty is http://HOST:PORT',
  },
  {
    name: 'SMTP_URL',
    fallback: '',
    meaning:
      'smtp://user:password@host:port (smtps:// for TLS from the start, ?requireTLS=true for STARTTLS or nothing); empty sends no mail',
  },
  { name: 'MAIL_FROM', fallback: 'tsunagi@localhost', meaning: 'the address in whose name mail goes out' },
  { name: 'LOG_LEVEL', fallback: 'info', meaning: 'fatal, error, warn, info, debug, trace or silent' },
];

export class ConfigFault extends Error {}

const wholeNumber = (name: string, text: string, low: number, high: number): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new ConfigFault(`${name} must be a whole number from ${low} to ${high}, but is "${text}".`);
};

const oneOf = <T extends string>(name: string, text: string, allowed: readonly T[]): T => {
  const found = allowed.find((option) => option === text);
  if (found !== undefined) return found;
  throw new ConfigFault(`${name} must be one of ${allowed.join(', ')}, but is "${text}".`);
};

const postgresUrl = (text: string): string | null => {
  if (text === '') return null;
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new ConfigFault('DATABASE_URL must be a postgres:// address.');
};

const webUrl = (text: string, otherwise: string): string => {
  if (text === '') return otherwise;
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '');
  throw new ConfigFault('PUBLIC_URL must be an http:// or https:// address.');
};

/** The fault says nothing of the address: it holds a password. */
const smtpUrl = (text: string): string | null => {
  if (text === '') return null;
  if (/^smtps?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new ConfigFault('SMTP_URL must be an smtp:// or smtps:// address.');
};

const mailAddress = (name: string, text: string): string => {
  if (/^[^@\s<>,;"]+@[^@\s<>,;"]+$/.test(text)) return text;
  throw new ConfigFault(`${name} must be one mail address, but is "${text}".`);
};

/** Reads and checks the settings. Throws `ConfigFault`, one clear sentence, at the first that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const raw = (name: string) => env[name] ?? SETTINGS.find((setting) => setting.name === name)!.fallback;
  if (raw('DATA_DIR') === '') throw new ConfigFault('DATA_DIR may not be empty.');
  const dataDir = resolve(raw('DATA_DIR'));
  const port = wholeNumber('PORT', raw('PORT'), 0, 65_535);
  const yes = (name: string) => oneOf(name, raw(name), ['true', 'false']) === 'true';
  return Object.freeze({
    host: raw('HOST'),
    port,
    databaseUrl: postgresUrl(raw('DATABASE_URL')),
    dataDir,
    headsDir: raw('HEADS_DIR') === '' ? resolve(dataDir, 'heads') : resolve(raw('HEADS_DIR')),
    keysFile: raw('KEYS_FILE') === '' ? resolve(dataDir, 'keys') : resolve(raw('KEYS_FILE')),
    makesKeys: raw('KEYS_FILE') === '',
    demo: yes('DEMO'),
    sessionHours: wholeNumber('SESSION_HOURS', raw('SESSION_HOURS'), 1, 168),
    secureCookie: yes('SECURE_COOKIE'),
    logLevel: oneOf('LOG_LEVEL', raw('LOG_LEVEL'), ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    publicUrl: webUrl(raw('PUBLIC_URL'), `http://${raw('HOST')}:${port}`),
    smtpUrl: smtpUrl(raw('SMTP_URL')),
    mailFrom: mailAddress('MAIL_FROM', raw('MAIL_FROM')),
  });
}
