import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sumSearched } from './hidden-home.js';

/** Says what was searched, and stops what `global-setup.ts` started, whether the tests passed or not. */
export default async function stopServer(): Promise<void> {
  const searched = process.env.TSUNAGI_TEST_SEARCHED!;
  const lines = await readFile(searched, 'utf8').catch(() => '');
  if (lines) process.stderr.write(`${sumSearched(lines)}\n`);
  await rm(dirname(searched), { recursive: true, force: true });
  await globalThis.testServer?.stop();
}
