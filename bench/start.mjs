/**
 * How long a warm start takes and what the product holds at rest, beside the least that NestJS and Apollo can be, in turns:
 * `npm run bench:start [-- --rounds 5]`. Warm: built, with the embedded database of the demonstration there. Prints medians, and how long the tests
 * took when all of them ran last. Writes bench/out/start.json.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { childrenOf, median, memoryOf } from './figures.mjs';
import { compilePeer, installPeers } from './install.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Until nothing of the start is under way any more. */
const REST_MS = 4_000;

installPeers();
compilePeer('hello');
const dir = await mkdtemp(join(tmpdir(), 'tsunagi-start-'));
// Under root the database runs as somebody else, who has to get in.
await chmod(dir, 0o711);
const env = { ...process.env, PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'error' };
const STARTS = {
  'NestJS and Apollo, one field': { command: [process.execPath, here('peers/dist/hello/main.js')] },
  'the product, node': { command: [process.execPath, '--enable-source-maps', here('../dist/src/main.js')] },
  'the product, npm start': { command: ['npm', 'start'] },
};
try {
  await measure(STARTS['the product, node']);
  const runs = Object.fromEntries(Object.keys(STARTS).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [name, start] of Object.entries(STARTS)) runs[name].push(await measure(start));
  await print(runs);
} finally {
  await rm(await realpath(join(dir, 'pg')), { recursive: true, force: true });
  await rm(dir, { recursive: true, force: true });
}

async function measure({ command: [command, ...args] }) {
  const began = performance.now();
  // A group of its own, so that a signal finds the server behind npm.
  const child = spawn(command, args, { cwd: here('..'), env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const gone = once(child, 'exit');
  try {
    const address = await readyAt(child);
    const ready = performance.now() - began;
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    await response.text();
    const answered = performance.now() - began;
    await pause(REST_MS);
    return { ready, answered, memory: memoryOf(serverBehind(child.pid)) };
  } finally {
    process.kill(-child.pid, 'SIGTERM');
    await gone;
    await groupEnds(child.pid);
  }
}

function readyAt(child) {
  const { promise, resolve, reject } = Promise.withResolvers();
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
    const [, address] = /ready at (http:\S+)/.exec(said) ?? [];
    if (address) resolve(address.replace('[::1]', '127.0.0.1'));
  });
  child.once('exit', () => reject(new Error(`It did not start: ${said}`)));
  return promise;
}

/** The server itself, behind those that npm puts before it. */
function serverBehind(pid) {
  const children = childrenOf(pid);
  const server = children.find(({ command }) => command.includes('main.js') && !command.startsWith('sh'));
  if (server) return server.pid;
  const [next] = children.filter(({ command }) => /^(npm|sh)/.test(command));
  return next ? serverBehind(next.pid) : pid;
}

/** The next start needs the database, which stops after the server. */
async function groupEnds(group) {
  for (;;) {
    try {
      process.kill(-group, 0);
    } catch {
      return;
    }
    await pause(50);
  }
}

async function print(runs) {
  const rows = Object.entries(runs).map(([name, of]) => ({
    name,
    ...Object.fromEntries(['ready', 'answered', 'memory'].map((key) => [key, median(of.map((run) => run[key]))])),
  }));
  const [least] = rows;
  const times = (row, key) => (row === least ? '' : ` (× ${(row[key] / least[key]).toFixed(1)})`);
  console.log('| | ready | first answer | memory at rest |\n| --- | --- | --- | --- |');
  for (const row of rows) {
    const seconds = (key) => `${(row[key] / 1_000).toFixed(2)} s${times(row, key)}`;
    console.log(`| ${row.name} | ${seconds('ready')} | ${seconds('answered')} | ${row.memory.toFixed(0)} MiB${times(row, 'memory')} |`);
  }
  const tests = await readFile(here('../node_modules/.cache/last-tests.json'), 'utf8').then(JSON.parse, () => null);
  if (tests)
    console.log(`All tests took ${tests.seconds} s when they ran last (${tests.at}): ${tests.passed} passed, ${tests.failed} failed.`);
  else console.log('All tests have not run yet in this checkout: `npm test`.');
  mkdirSync(here('out'), { recursive: true });
  writeFileSync(here('out/start.json'), JSON.stringify({ at: new Date().toISOString(), rows, runs, tests }, null, 1));
}
