/**
 * Everything that can be said about the code without running it: `npm run check [-- --all] [-- --results <file>]`.
 * Stops at the first part that fails; `--all` goes on and reports every part. `--results` leaves `{ name: passed }` as JSON.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: wanted } = parseArgs({ options: { all: { type: 'boolean' }, results: { type: 'string' } } });

const PARTS = [
  ['Types', 'node_modules/typescript/bin/tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/tsc.json'],
  [
    'Types of the workspace',
    'node_modules/typescript/bin/tsc',
    '--incremental',
    '--tsBuildInfoFile',
    'node_modules/.cache/tsc-web.json',
    '-p',
    'web',
  ],
  ['Lint', 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  ['Arrows', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'migrations', 'test', '--output-type', 'err-long'],
  ['Dead code', 'node_modules/knip/bin/knip.js', '--no-progress'],
  ['Format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--cache', '--log-level', 'warn', '.'],
  ['Contracts', 'dist/src/commands/contracts.js', '--check'],
];

// Every part counts as failed until it has passed, so that a crash leaves the truth behind.
const passed = Object.fromEntries(PARTS.map(([name]) => [name, false]));
report();
for (const [name, ...command] of PARTS) {
  passed[name] = run(name, command);
  report();
  if (!passed[name] && !wanted.all) break;
}
finish();

function run(name, command) {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const { status, error } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (error) console.error(error.message);
  console.log(`${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return status === 0;
}

function report() {
  if (wanted.results) writeFileSync(wanted.results, JSON.stringify(passed));
}

function finish() {
  const failed = PARTS.map(([name]) => name).filter((name) => !passed[name]);
  if (failed.length === 0) return console.log('\nEverything passed.');
  console.error(wanted.all ? `\nFailed: ${failed.join(', ')}.` : `\n"${failed[0]}" failed; the parts after it were not looked at.`);
  process.exitCode = 1;
}
