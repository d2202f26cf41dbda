import { pino } from 'pino';
import { ongoing } from './operations/ongoing.js';
import type { Log } from './spine.js';

/** What a message quotes may be what somebody wrote, but not where it speaks of our own program or tables. */
function quiet(fault: Error, code: string | undefined): string {
  const isOurs = fault instanceof TypeError || fault instanceof ReferenceError || code?.startsWith('42') === true;
  return isOurs ? fault.message : fault.message.replaceAll(/(["'`])(?:(?!\1).)*\1/gs, '$1…$1');
}

/** What may be logged of a fault: where it happened and the database's codes, never the values of a row. */
function describe(fault: unknown): object {
  if (!(fault instanceof Error)) return { name: typeof fault };
  const { code, constraint, table } = fault as { code?: string; constraint?: string; table?: string };
  // The stack repeats the message: only the places are kept.
  const stack = fault.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { name: fault.name, message: quiet(fault, code), code, constraint, table, stack };
}

/** Never part of a line, whoever should log an object that has them. */
const SECRETS = ['password', 'token', 'secret', 'authorization', 'cookie', 'headers'].flatMap((name) => [name, `*.${name}`]);

/** Where lines go: standard error, unless someone wants to read them. */
export interface LogDestination {
  write(line: string): void;
}

/** Whatever is logged while a request is answered carries its id. */
const whose = () => {
  const request = ongoing();
  return request ? { request: request.id } : {};
};

/** Structured log lines. Faults go under `fault`; fields carry ids, never names or narrative. */
export const openLog = (level: string, destination: LogDestination = pino.destination({ fd: 2, sync: true })): Log =>
  pino({ level, base: null, serializers: { fault: describe }, redact: { paths: SECRETS, censor: '…' }, mixin: whose }, destination);
