import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { runAs } from './account.js';
import type { Cluster } from './cluster.js';

/** Lines of `postmaster.pid`, as PostgreSQL writes them. */
const PID_LINE = 0;
const PORT_LINE = 3;

const LOG_LINES_SHOWN = 5;

/** The port that the running server, or one that was killed, put on record; `null` when there is none. */
export async function portInUse(cluster: Cluster): Promise<number | null> {
  const port = Number((await pidFile(cluster))[PORT_LINE]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

/** Starts the server on a free port and waits until it accepts connections. Failing is ordinary: another process may have been faster. */
export async function startServer(cluster: Cluster): Promise<'started' | { readonly fault: string }> {
  await forgetDeadServer(cluster);
  const log = join(cluster.data, 'server.log');
  const options = `-p ${await freePort()}`;
  try {
    await runAs(cluster.account, cluster.binaries.pg_ctl, ['start', '-w', '-s', '-D', cluster.data, '-l', log, '-o', options]);
    return 'started';
  } catch (error) {
    const lines = await readFile(log, 'utf8').catch(() => String(error));
    return { fault: lines.trim().split('\n').slice(-LOG_LINES_SHOWN).join('\n') };
  }
}

/** Stops the server at once, ending whatever connections are left, and waits until its files are at rest. */
export async function stopServer(cluster: Cluster): Promise<void> {
  await runAs(cluster.account, cluster.binaries.pg_ctl, ['stop', '-w', '-s', '-m', 'fast', '-D', cluster.data]);
}

async function pidFile(cluster: Cluster): Promise<readonly string[]> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '');
  return text.split('\n');
}

/**
 * After a crash and a restart of the machine, the number of the dead server may belong to some other program, and PostgreSQL then
 * refuses to start. Only where Linux tells us what that program is, and it is no server of this directory, is the record removed.
 */
async function forgetDeadServer(cluster: Cluster): Promise<void> {
  const pid = (await pidFile(cluster))[PID_LINE];
  if (!pid) return;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const isOurs = command.includes(cluster.data);
  if (command !== '' && !isOurs) await rm(join(cluster.data, 'postmaster.pid'), { force: true });
}

async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer().once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
  });
  return promise;
}
