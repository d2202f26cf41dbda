import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { addressOf, findOrCreateCluster, type Cluster } from './embedded/cluster.js';
import { portInUse, startServer, stopServer } from './embedded/server.js';
import { EmbeddedFault } from './embedded/fault.js';

export { EmbeddedFault };

export interface Embedded {
  /** Address of the database `tsunagi`, as its owner (a superuser of this cluster). */
  readonly url: string;
  /** Leaves the server; the last one out stops it. Safe to call twice. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** For tests: trades every durability guarantee for speed, and stops on `close()` whoever is still connected. */
  readonly throwaway?: boolean;
  /** Receives one line when the cluster or its binaries have to live elsewhere. Standard error unless given. */
  readonly say?: (line: string) => void;
}

const DATABASE = 'tsunagi';
const PAUSE_MS = 150;
/** Starts that may fail in a row: a killed server's children need a moment to notice and let go of its memory. */
const FAILED_STARTS_ALLOWED = 12;
/** How long a server may take to recover from a crash, or to finish stopping. */
const PATIENCE_MS = 180_000;
/** How long the backends of connections just closed may linger before they count as somebody else's. */
const LINGER_MS = 1_000;

/** Everyone who uses the server holds this lock shared; whoever can take it alone is the last one out. */
const PRESENCE_LOCK = createHash('sha256').update('tsunagi presence').digest().readInt32BE(0);

/**
 * Opens the PostgreSQL server that lives in `<dir>/pg`: creates it on first use, starts it, or joins the one already running there.
 * Any number of processes may hold it open at once. Throws `EmbeddedFault`, one clear sentence, when it cannot run here.
 */
export async function openEmbedded(dir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const cluster = await findOrCreateCluster(dir, { throwaway: options.throwaway ?? false, say: options.say ?? console.error });
  const { presence, port } = await enter(cluster);
  await createDatabase(presence);
  let leaving: Promise<void> | undefined;
  return {
    url: addressOf(cluster, port, DATABASE),
    close: () => (leaving ??= leave(cluster, presence, options.throwaway ?? false)),
  };
}

/** Joins the running server, or starts it; several processes may race here, and PostgreSQL's own lock file lets one win. */
async function enter(cluster: Cluster): Promise<{ presence: pg.Client; port: number }> {
  const deadline = Date.now() + PATIENCE_MS;
  let fault = 'it neither starts nor stops';
  for (let failed = 0; failed < FAILED_STARTS_ALLOWED && Date.now() < deadline;) {
    const port = await portInUse(cluster);
    const answer = port === null ? 'absent' : await knock(cluster, port);
    if (port !== null && answer instanceof pg.Client) return { presence: answer, port };
    if (answer === 'absent') {
      const outcome = await startServer(cluster);
      if (outcome === 'started') continue;
      fault = outcome.fault;
      failed += 1;
    }
    await pause(PAUSE_MS);
  }
  throw new EmbeddedFault(`The embedded PostgreSQL in ${cluster.data} does not start: ${fault}`);
}

/** `absent`: nobody of ours there. `busy`: starting, recovering or stopping, so ask again. Otherwise a connection that counts as presence. */
async function knock(cluster: Cluster, port: number): Promise<pg.Client | 'absent' | 'busy'> {
  const client = new pg.Client({ connectionString: addressOf(cluster, port, 'postgres'), connectionTimeoutMillis: 5_000, keepAlive: true });
  // The server may stop under an idle connection; without a listener that event would end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    // A copied data directory brings along a port that belongs to the original.
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    if (rows[0]?.data_directory === cluster.data) {
      await client.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK]);
      return client;
    }
  } catch (error) {
    if (isChangingState(error)) return 'busy';
  }
  await client.end().catch(() => undefined);
  return 'absent';
}

/** `cannot_connect_now` while starting or stopping, `admin_shutdown` when the last one out stopped it as we came in. */
const isChangingState = (error: unknown): boolean => ['57P03', '57P01'].includes(codeOf(error));

const codeOf = (error: unknown): string => (error instanceof pg.DatabaseError ? (error.code ?? '') : '');

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 1) return;
  await client.query(`CREATE DATABASE ${DATABASE}`).catch((error: unknown) => {
    // Another process came first: `duplicate_database`, or `unique_violation` when both were at it.
    if (!['42P04', '23505'].includes(codeOf(error))) throw error;
  });
}

async function leave(cluster: Cluster, presence: pg.Client, throwaway: boolean): Promise<void> {
  // A failing query means that the server is gone or has forgotten us: there is nothing of ours to stop.
  const last = await isLastOut(presence, throwaway).catch(() => false);
  if (last) await stopServer(cluster);
  await presence.end().catch(() => undefined);
}

/** Takes the presence lock alone, so that a newcomer waits for the stop and then starts the server afresh. */
async function isLastOut(presence: pg.Client, throwaway: boolean): Promise<boolean> {
  await presence.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK]);
  const { rows } = await presence.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [PRESENCE_LOCK]);
  if (rows[0]?.alone !== true) return false;
  return throwaway || (await guestsAreGone(presence));
}

/** Guests are connected without `openEmbedded`: a person at psql, or a benchmark that was given the address. */
async function guestsAreGone(presence: pg.Client): Promise<boolean> {
  const deadline = Date.now() + LINGER_MS;
  do {
    const { rowCount } = await presence.query(
      `SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1`,
    );
    if (rowCount === 0) return true;
    await pause(50);
  } while (Date.now() < deadline);
  return false;
}
