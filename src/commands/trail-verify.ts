import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { openDatabase } from '../database/open.js';
import { headsIn, type Head } from '../trail/heads.js';
import { verdictOf } from '../trail/verdict.js';
import type { Finding } from '../trail/verify.js';
import { examine } from './trail-verify/examine.js';

/*
 * `npm run trail:verify [-- --json] [-- --heads <file>]`: is the trail still what was sealed?
 * Ends with 0 when it is; with 1 when it is not, naming the first entry that is wrong; with 2 when it could not look.
 * `--heads` adds heads that somebody kept elsewhere: lines that begin with a number and a hash.
 */

const SAY_EVERY = 20_000;

async function examineConfigured(kept: readonly Head[]): Promise<Finding> {
  const config = readConfig();
  const server = await openDatabase(config);
  try {
    return await examine({ url: server.url, headsDir: config.headsDir }, kept, progress());
  } finally {
    await server.close();
  }
}

/** The heads in a file that somebody kept. A file without any compares nothing, which nobody means. */
async function keptIn(file: string): Promise<Head[]> {
  const heads = headsIn(await readFile(file, 'utf8'));
  if (heads.length === 0) throw new Error(`${file} holds no heads: lines that begin with a number and go on with a hash.`);
  return heads;
}

/** Says how far it has come, on long chains only, where it does not disturb the answer. */
function progress(): (entries: number) => void {
  let said = 0;
  return (entries) => {
    if (entries - said < SAY_EVERY) return;
    said = entries;
    process.stderr.write(`… ${entries}\n`);
  };
}

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, heads: { type: 'string' } } });
  const finding = await examineConfigured(values.heads ? await keptIn(values.heads) : []);
  const verdict = verdictOf(finding);
  process.stdout.write(values.json ? `${JSON.stringify({ ...finding, verdict })}\n` : `${verdict.ja}\n${verdict.en}\n`);
  process.exitCode = finding.sound ? 0 : 1;
} catch (fault) {
  process.stderr.write(`検証できませんでした。The trail could not be verified: ${(fault as Error).message}\n`);
  process.exitCode = 2;
}
