import { addressOf, type Cluster } from '../../database/embedded/cluster.js';
import { portInUse, startServer, stopServer } from '../../database/embedded/server.js';
import type { Backup } from './back-up.js';

/** A second server, over the files of a backup. */
export interface Restored {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a second server over a backup; it recovers from the log to the end of what was copied. Users and passwords are those of the first. */
export async function restore(of: Cluster, { data }: Backup): Promise<Restored> {
  const cluster = { ...of, data };
  const outcome = await startServer(cluster);
  if (outcome !== 'started') throw new Error(`The second server does not start over the backup: ${outcome.fault}`);
  return { url: addressOf(cluster, (await portInUse(cluster))!, 'tsunagi'), close: () => stopServer(cluster) };
}
