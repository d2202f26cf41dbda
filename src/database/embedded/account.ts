import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EmbeddedFault } from './fault.js';

/** The operating-system account that PostgreSQL runs as; `null` is whoever we are. */
export type Account = { readonly uid: number; readonly gid: number } | null;

const run = promisify(execFile);

/** Accounts found on the machines we know, best first. `initdb` insists that its account has a name, so a bare number will not do. */
const UNPRIVILEGED = ['postgres', 'nobody'];

export const isRoot = (): boolean => process.getuid?.() === 0;

/** PostgreSQL refuses to run as root, so root lends it an unprivileged account of this machine. */
export async function unprivilegedAccount(): Promise<Account> {
  if (!isRoot()) return null;
  for (const name of UNPRIVILEGED) {
    const [uid, gid] = await Promise.all([numberOf('-u', name), numberOf('-g', name)]);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new EmbeddedFault(`PostgreSQL does not run as root and there is no account named ${UNPRIVILEGED.join(' or ')} to run it as.`);
}

/** Whether `account` may execute the file, or pass through the directory, at `path`. The system decides: modes, ACLs and mounts included. */
export async function canPass(account: Account, path: string): Promise<boolean> {
  return runAs(account, 'test', ['-x', path]).then(
    () => true,
    () => false,
  );
}

/** Runs a program to its end as `account`. Rejects with its exit status and what it wrote to standard error. */
export async function runAs(account: Account, program: string, args: readonly string[]): Promise<void> {
  // The account may not be allowed into our working directory, and PostgreSQL gives up when it cannot name its own.
  await run(program, args, { ...account, cwd: account === null ? undefined : '/' });
}

async function numberOf(flag: '-u' | '-g', name: string): Promise<number | null> {
  return run('id', [flag, name]).then(
    ({ stdout }) => Number(stdout),
    () => null,
  );
}
