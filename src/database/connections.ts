import pg from 'pg';
import { ToldClient } from './statements.js';

const APP_ROLE = 'tsunagi_app';
/** Fewer connections, each with warmer memory, answer more. */
export const READINGS_AT_ONCE = 6;
/** All commands seal onto one chain, and wait for nothing else for long. */
const COMMANDS_AT_ONCE = 6;
const LONGEST_STATEMENT_MS = 15_000;
/** Somebody who holds a row so long is stuck: whoever waits is told to come again. */
const LONGEST_WAIT_MS = 8_000;
/** A process that was paused in the middle of a transaction may hold the chain's lock, for which everyone waits. */
const LONGEST_PAUSE_MS = 5_000;
/** How long a request may wait for a free connection, or for a new one. */
const LONGEST_QUEUE_MS = 8_000;
/** After this the server has not kept to its own limits: the connection leads nowhere. */
const LONGEST_SILENCE_MS = LONGEST_STATEMENT_MS + 5_000;

const LIMITS = {
  role: APP_ROLE,
  timezone: 'UTC',
  statement_timeout: LONGEST_STATEMENT_MS,
  lock_timeout: LONGEST_WAIT_MS,
  idle_in_transaction_session_timeout: LONGEST_PAUSE_MS,
};

/** A connection that is cut while somebody holds it, between two of their statements, would end the process: the next statement says so instead. */
class Connection extends ToldClient {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

const CONNECTING = {
  connectionTimeoutMillis: LONGEST_QUEUE_MS,
  query_timeout: LONGEST_SILENCE_MS,
  keepAlive: true,
  Client: Connection,
  application_name: 'tsunagi',
};

/** Rules hold for whoever asks, so one plan is right for all; a plan for each question would cost more than its answer. */
const ONE_PLAN = '-c plan_cache_mode=force_generic_plan';

const OPTIONS = [...Object.entries(LIMITS).map(([name, value]) => `-c ${name}=${value}`), ONE_PLAN].join(' ');

/** How connections are opened on which commands are carried out: what a transaction asks for together is waited for once. */
export const COMMANDING = { max: COMMANDS_AT_ONCE, ...CONNECTING, pipeline: true, options: OPTIONS };

/** Connections that change nothing. A server that stops under an idle one is noticed by whoever asks next. */
export function readers(url: string, max: number, more = ''): pg.Pool {
  const options = `${OPTIONS} -c default_transaction_read_only=on ${more}`;
  return new pg.Pool({ ...CONNECTING, connectionString: url, options, max }).on('error', () => undefined);
}

/** One statement on a connection of a pool, told of as a part of the request that asks: what a pool itself asks is answered outside of it. */
export async function askOn<Row extends pg.QueryResultRow>(pool: pg.Pool, statement: pg.QueryConfig): Promise<pg.QueryResult<Row>> {
  const client = await pool.connect();
  try {
    const result = await client.query<Row>(statement);
    client.release();
    return result;
  } catch (fault) {
    client.release(fault as Error);
    throw fault;
  }
}
