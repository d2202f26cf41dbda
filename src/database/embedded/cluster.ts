import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, readlink, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { canPass, isRoot, runAs, unprivilegedAccount, type Account } from './account.js';
import { exists, findBinaries, openSharedHome, SHARED_HOME, type Binaries } from './binaries.js';
import { EmbeddedFault } from './fault.js';

/** One PostgreSQL data directory and what is needed to start and enter it. */
export interface Cluster {
  /** The data directory itself, without symbolic links. */
  readonly data: string;
  readonly password: string;
  readonly account: Account;
  readonly binaries: Binaries;
}

interface Wishes {
  readonly throwaway: boolean;
  readonly say: (line: string) => void;
}

const OWNER = 'tsunagi_owner';

const SETTINGS: readonly string[] = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'timezone=UTC',
  // A rejected statement can hold somebody's story: neither its text nor its row may reach the server's log.
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
];

const THROWAWAY_SETTINGS: readonly string[] = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/** Address of `database` on this cluster's server, as the cluster's owner. */
export const addressOf = (cluster: Cluster, port: number, database: string): string =>
  `postgres://${OWNER}:${cluster.password}@127.0.0.1:${port}/${database}`;

/** Finds the cluster at `<dir>/pg`, or creates it. Two processes may try at the same instant: one's work is published, the other's discarded. */
export async function findOrCreateCluster(dir: string, wishes: Wishes): Promise<Cluster> {
  const place = join(resolve(dir), 'pg');
  if (!(await exists(place))) {
    await refuseDanglingLink(place);
    await create(place, wishes);
  }
  return open(place, wishes);
}

/** Root's cluster may live behind a link; when what it led to is gone, starting an empty one silently would hide the loss. */
async function refuseDanglingLink(place: string): Promise<void> {
  const target = await readlink(place).catch(() => null);
  if (target === null) return;
  throw new EmbeddedFault(`The database in ${target} is gone; restore it, or remove ${place} to begin with an empty one.`);
}

async function open(place: string, { say }: Wishes): Promise<Cluster> {
  const home = await realpath(place);
  const data = join(home, 'data');
  const account = await ownerOf(data);
  if (account !== null && !(await canPass(account, home))) {
    throw new EmbeddedFault(`The account that runs PostgreSQL can no longer reach ${home}; open the directories above it, or move it.`);
  }
  const password = await readFile(join(home, 'password'), 'utf8').catch((cause: unknown) => {
    throw new EmbeddedFault(`The embedded database in ${home} belongs to another user or is damaged: its password cannot be read.`, {
      cause,
    });
  });
  return { data, password: password.trim(), account, binaries: await findBinaries(account, say) };
}

/** Root runs each cluster as whoever owns it, so one made by an ordinary user stays that user's. */
async function ownerOf(data: string): Promise<Account> {
  if (!isRoot()) return null;
  const { uid, gid } = await stat(data);
  return { uid, gid };
}

/** Builds a whole cluster aside and publishes it in one step, so that a half-made one is never taken for a database. */
async function create(place: string, { throwaway, say }: Wishes): Promise<void> {
  const dir = dirname(place);
  const account = await unprivilegedAccount();
  await writable(dir, () => mkdir(dir, { recursive: true }));
  const near = account === null || (await canPass(account, dir));
  if (!near) await openSharedHome();
  const home = await writable(dir, () => mkdtemp(near ? `${place}.new-` : join(SHARED_HOME, `${basename(dirname(dir))}-`)));
  try {
    await initialise(home, account, await findBinaries(account, say), throwaway ? [...SETTINGS, ...THROWAWAY_SETTINGS] : SETTINGS);
    await (near ? rename(home, place) : symlink(home, place));
    if (!near) say(`Keeping the database in ${home}: the account that runs PostgreSQL cannot reach ${dir}.`);
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    if (!(await exists(place))) throw error;
  }
}

async function initialise(home: string, account: Account, { initdb }: Binaries, settings: readonly string[]): Promise<void> {
  const data = join(home, 'data');
  const passwordFile = join(home, 'password');
  await chmod(home, 0o711);
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account !== null) await Promise.all([data, passwordFile].map((path) => chown(path, account.uid, account.gid)));
  const flags = ['--encoding=UTF8', '--no-locale', `--username=${OWNER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  if (settings.includes('fsync=off')) flags.push('--no-sync');
  await runAs(account, initdb, [`--pgdata=${data}`, ...flags, ...settings.map((setting) => `--set=${setting}`)]).catch((cause: unknown) => {
    const detail = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new EmbeddedFault(`The embedded PostgreSQL cannot create its database in ${home}: ${detail}`, { cause });
  });
}

async function writable<T>(dir: string, make: () => Promise<T>): Promise<T> {
  return make().catch((cause: unknown) => {
    throw new EmbeddedFault(`The database cannot be kept in ${dir}: that directory cannot be written.`, { cause });
  });
}
