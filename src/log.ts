import { pino } from 'pino';
import { ongoing } from './operations/ongoing.js';
import type { Log } from './spine.js';

/** What may be logged of a fault: where it happened and the database's codes, never the values of a row. */
function describe(fault: unknown): object {
  if (!(fault instanceof Error)) return { name: typeof fault };
  const { code, constraint, table } = fault as { code?: string; constraint?: string; table?: string };
  return { name: fault.name, message: fault.message, code, constraint, table, stack: fault.stack };
}

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
  pino({ level, base: null, serializers: { fault: describe }, mixin: whose }, destination);
