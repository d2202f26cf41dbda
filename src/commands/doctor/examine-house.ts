import pg from 'pg';
import type { Config } from '../../config.js';
import { HeadBook } from '../../trail/heads.js';
import { diskFinding, keysFinding, mailFinding } from './around.js';
import { chainFinding, headsFinding } from './chain.js';
import { clockFinding, lettersFinding, migrationsFinding, rightsFinding, usersFinding, versionFinding } from './database.js';
import type { Finding } from './finding.js';
import { runningFindings } from './running.js';

const PATIENCE_MS = 10_000;

/** Everything that can be looked at where the settings are right and the database answers, one after the other. */
export async function examineHouse(config: Config, url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'tsunagi-doctor', statement_timeout: PATIENCE_MS });
  await client.connect();
  try {
    const book = new HeadBook(config.headsDir);
    const first = [await versionFinding(client), await migrationsFinding(client)];
    const around = [await diskFinding(config), keysFinding(config), await mailFinding(config), ...(await runningFindings(config))];
    // Nothing else can be said of a database that was never prepared.
    if (first.some(({ state }) => state === 'WRONG')) return [...first, ...around];
    const deeper = [rightsFinding, usersFinding, clockFinding, lettersFinding].map((finding) => () => finding(client));
    const findings: Finding[] = [];
    for (const finding of deeper) findings.push(await finding());
    return [...first, ...findings, await chainFinding(client, book), await headsFinding(client, book), ...around];
  } finally {
    await client.end();
  }
}
