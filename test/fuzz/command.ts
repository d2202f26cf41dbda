import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DEMO_PASSWORD } from '../../src/demo/people.js';
import { fuzz, type Fault } from './fuzz.js';
import { startServer } from './server.js';

/*
 * npm run fuzz -- [--requests 50000] [--seed 7]
 * Sends the product what nobody should: everything that the schema offers with values of any kind, documents and JSON that are none, strange
 * headers and paths, and events on sockets. Ends with `requests N, faults N`; the same seed sends the same again.
 */

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '50000' }, seed: { type: 'string' }, atOnce: { type: 'string', default: '8' } },
});
const LOGINS = ['sato', 'takahashi', 'ito', 'watanabe', 'kato', 'kobayashi'];
const MOST_TOLD = 20;
const MIB = 1_048_576;
/** What it may hold more at the end than after its warming up: room for caches that have an end, none for a leak of a few hundred bytes a request. */
const MOST_GROWTH = 24 * MIB;
const WARM = 0.2;
const mib = (bytes: number) => (bytes / MIB).toFixed(1);

const seed = values.seed ? Number(values.seed) : randomInt(1_000_000_000);
const requests = Number(values.requests);
const began = performance.now();
const server = await startServer();
const ids = await server.ids();
let warm = 0;
try {
  const faults = [...(await fuzz({ ...range(), after }))];
  const grown = (await server.held()) - warm;
  console.log(
    `seed ${seed}, ${((performance.now() - began) / 1_000).toFixed(0)} s, memory after warming up ${mib(warm)} MiB, grown by ${mib(grown)} MiB`,
  );
  for (const fault of faults.slice(0, MOST_TOLD)) tell(fault);
  for (const incident of server.incidents.slice(0, MOST_TOLD)) console.log(incident.trimEnd().slice(0, 2_000));
  const found = faults.length + (grown > MOST_GROWTH ? 1 : 0);
  if (grown > MOST_GROWTH) console.log('Its memory grew.');
  console.log(`requests ${requests}, faults ${found}`);
  if (found > 0) process.exitCode = 1;
} finally {
  await server.stop();
}

function range() {
  return { address: server.address, password: DEMO_PASSWORD, logins: LOGINS, ids, seed, requests, atOnce: Number(values.atOnce) };
}

async function after(done: number): Promise<void> {
  if (done === Math.floor(requests * WARM)) warm = await server.held();
  if (done % 5_000 === 0) console.log(`${done} requests in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
}

function tell({ number, why, shot, answer }: Fault): void {
  console.log(`request ${number} (${shot.what}): ${why}`);
  console.log(`  ${shot.method} ${shot.path} ${JSON.stringify(shot.headers)}`);
  console.log(`  ${shot.body.slice(0, 1_500)}`);
  console.log(`  answered ${answer.slice(0, 600)}`);
}
