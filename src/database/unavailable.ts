import { databaseFault } from './constraints.js';

/** SQLSTATEs after which the same statement may well succeed in a moment, on this server or on the one that takes its place. */
const PASSING = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected, more often in a row than we try ourselves
  '25P03', // idle_in_transaction_session_timeout: this process was paused, or its way to the database was
  '25006', // read_only_sql_transaction: the server has just been replaced
  '53100', // disk_full
  '53200', // out_of_memory
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
]);
/** All of "connection exception". */
const CONNECTION_CLASS = /^08/;
/** Of the system, on the way to the database. */
const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** The driver gives its own faults no code. */
const DRIVER =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (was closed|has encountered a connection error)|Cannot use a pool after calling end)/;

/**
 * Whether a fault says that the database could not be used, rather than what was wrong with what it was asked. Nobody can then say whether a
 * commit that was under way arrived: whoever sends the command again under its id finds out.
 */
export function isUnavailable(fault: unknown): boolean {
  const { code } = databaseFault(fault);
  if (code !== undefined) return PASSING.has(code) || CONNECTION_CLASS.test(code) || SYSTEM.has(code);
  if (fault instanceof AggregateError) return fault.errors.some(isUnavailable);
  return fault instanceof Error && DRIVER.test(fault.message);
}
