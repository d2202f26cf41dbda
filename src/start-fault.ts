import { ConfigFault, type Config } from './config.js';
import { EmbeddedFault } from './database/embedded.js';
import { isUnavailable } from './database/unavailable.js';
import { KeyFault } from './keyring.js';

/** What the system and PostgreSQL say about a fault, beside its message. */
interface Coded {
  readonly code?: string;
  readonly syscall?: string;
  readonly hostname?: string;
}

const ROLE = 'tsunagi_app';

/** Faults of the way to the database, by the code of the system or of PostgreSQL. */
const DATABASE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody answers there',
  ECONNRESET: 'the connection was cut',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'its host cannot be reached',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of its host cannot be looked up',
  '28P01': 'it does not accept the user and password',
  '28000': 'it does not accept the user',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection left',
  '57P03': 'it is starting or stopping',
};

const LISTEN: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program already listens there; stop that one or set PORT',
  EACCES: 'listening there is not permitted; set PORT to 1024 or more',
  EADDRNOTAVAIL: 'this machine has no such address; set HOST',
  ENOTFOUND: 'this machine has no such address; set HOST',
  EAI_AGAIN: 'the address cannot be looked up; set HOST',
};

const INSUFFICIENT_PRIVILEGE = '42501';

/** One clear sentence for the person at the terminal when the product cannot start; `null` when the fault is our own bug. */
export function startFault(fault: unknown, config: Pick<Config, 'host' | 'port' | 'databaseUrl'> | null): string | null {
  if (fault instanceof ConfigFault || fault instanceof EmbeddedFault || fault instanceof KeyFault) return fault.message;
  if (!(fault instanceof Error) || config === null) return null;
  return isOfListening(fault, config) ? ofListening(fault, config) : ofDatabase(fault, config);
}

const isOfListening = (fault: Error, config: Pick<Config, 'host'>) => {
  const { syscall, hostname } = fault as Coded;
  return syscall === 'listen' || syscall === 'bind' || (syscall === 'getaddrinfo' && hostname === config.host);
};

const ofListening = (fault: Error, { host, port }: Pick<Config, 'host' | 'port'>) =>
  `Tsunagi cannot listen on ${host}:${port}: ${LISTEN[codeOf(fault)] ?? fault.message}.`;

function ofDatabase(fault: Error, config: Pick<Config, 'databaseUrl'>): string | null {
  const code = codeOf(fault);
  if (code === INSUFFICIENT_PRIVILEGE) return privileges(fault);
  if (code in DATABASE) return `The database of ${whereOf(config)} cannot be used: ${DATABASE[code]}.`;
  if (isUnavailable(fault)) return `The database of ${whereOf(config)} cannot be used: the connection was cut.`;
  return fault.message.startsWith('Migration ') ? fault.message : null;
}

/** A migration wraps what PostgreSQL said. */
const codeOf = (fault: Error): string => {
  const own = (fault as Coded).code;
  return own ?? (fault.cause instanceof Error ? codeOf(fault.cause) : '');
};

const privileges = (fault: Error) =>
  `The database user may not prepare the database (${fault.message}). Let an administrator run once: ` +
  `CREATE ROLE ${ROLE} NOLOGIN; GRANT ${ROLE} TO <that user>; and make that user the owner of the database.`;

/** Where the database is, without the password. */
function whereOf({ databaseUrl }: Pick<Config, 'databaseUrl'>): string {
  if (databaseUrl === null) return 'DATA_DIR';
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `DATABASE_URL (${hostname}:${port || '5432'}${pathname})`;
}
