/** `npm run lighthouse`: brings what it measures with when it is first asked for, and measures. Nobody else has to install that. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const place = fileURLToPath(new URL('lighthouse/', import.meta.url));
if (!existsSync(`${place}node_modules/.package-lock.json`)) {
  console.log('Installing Lighthouse (once)…');
  const { status } = spawnSync('npm', ['ci', '--prefix', place, '--loglevel=error', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(2);
}
await import('./lighthouse/measure.mjs');
