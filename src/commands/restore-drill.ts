import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { openEmbedded } from '../database/embedded.js';
import { findOrCreateCluster } from '../database/embedded/cluster.js';
import { verdictOf } from '../trail/verdict.js';
import { backUp } from './restore-drill/back-up.js';
import { compare } from './restore-drill/compare.js';
import { instantOf, restoreTo } from './restore-drill/point-in-time.js';
import { restore } from './restore-drill/restore.js';

/*
 * `npm run restore:drill [-- --keep] [-- --instant]`: does the backup come back? Takes a base backup of the embedded database while it is in use, restores it to
 * a second server, walks the chain there, and compares the published heads and every table's rows. Ends with 0 when it did come back, with 1 when
 * something differs, with 2 when it could not try. `--keep` leaves the backup where it says. `--instant` comes back to an
 * instant after the backup, from the log, and to nothing later.
 */

const GIB = 1_073_741_824;

async function drill(isKept: boolean, toInstant: boolean): Promise<boolean> {
  const config = readConfig();
  if (config.databaseUrl !== null)
    throw new Error('DATABASE_URL names an external server: drill there with pg_basebackup or pg_dump (docs/operations.md, Restoring).');
  const place = await mkdtemp(join(tmpdir(), 'tsunagi-drill-'));
  await chmod(place, 0o711);
  const source = await openEmbedded(config.dataDir);
  try {
    const cluster = await findOrCreateCluster(config.dataDir, { throwaway: false, say: () => undefined });
    const began = performance.now();
    const backup = await backUp(source.url, cluster, place);
    const backedUp = performance.now();
    const instant = toInstant ? await instantOf(source.url) : null;
    const restored = instant ? await restoreTo(source.url, cluster, backup, instant) : await restore(cluster, backup);
    const running = performance.now();
    try {
      const { finding, differences, tables } = await compare({ ...backup, ...instant }, restored.url, config.headsDir);
      const verified = performance.now();
      const { ja, en } = verdictOf(finding);
      if (instant) console.log(`instant   ${instant.at}`);
      const perGib = (ms: number) => `${(ms / 1_000).toFixed(1)} s, ${(ms / 1_000 / (backup.bytes / GIB)).toFixed(0)} s/GiB`;
      console.log(`backup    ${(backup.bytes / 1_048_576).toFixed(0)} MiB in ${perGib(backedUp - began)}`);
      console.log(`restore   ${perGib(running - backedUp)}`);
      console.log(`verify    ${perGib(verified - running)}\n${ja}\n${en}`);
      console.log(differences.length === 0 ? `${tables} tables have the rows that they had.` : differences.join('\n'));
      return finding.sound && differences.length === 0;
    } finally {
      await restored.close();
    }
  } finally {
    await source.close();
    if (isKept) console.log(`The backup is in ${place}.`);
    else await rm(place, { recursive: true, force: true });
  }
}

try {
  const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false }, instant: { type: 'boolean', default: false } } });
  process.exitCode = (await drill(values.keep, values.instant)) ? 0 : 1;
} catch (fault) {
  process.stderr.write(`復元を試せませんでした。The restore could not be tried: ${(fault as Error).message}\n`);
  process.exitCode = 2;
}
