import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { MUTANTS, type Mutant } from './mutants.js';
import { openOwnServer } from './own-server.js';
import { makeWorlds, SEEDS } from './mutants-worlds.js';

/*
 * npm run policy:mutants [-- <words of their names>]
 * Breaks the product in one place after another, and sees whether the comparison with the policy notices.
 */

/** How many run at a time, and how many of one build one after the other. */
const AT_ONCE = 2;
const MOST_IN_A_ROW = 12;

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const wanted = process.argv.slice(2).join(' ');
const mutants = MUTANTS.filter(({ name }) => name.includes(wanted));

const server = await openOwnServer();
try {
  await makeWorlds(server.url);
  const batches = inBatches(mutants).values();
  let caught = 0;
  const runAll = async () => {
    for (const batch of batches) {
      const noticed = await run(batch);
      caught += noticed;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runAll));
  console.log(`mutants ${mutants.length}, caught ${caught}`);
  if (caught !== mutants.length) process.exitCode = 1;
} finally {
  await server.close();
}

/** Mutants of the same build, so that it is loaded once for several. */
function inBatches(all: readonly Mutant[]): Mutant[][] {
  const builds = [...Map.groupBy(all, ({ changes }) => JSON.stringify(changes)).values()];
  return builds.flatMap((same) =>
    Array.from({ length: Math.ceil(same.length / MOST_IN_A_ROW) }, (_, at) => same.slice(at * MOST_IN_A_ROW, (at + 1) * MOST_IN_A_ROW)),
  );
}

/** Runs a batch in a process of its own, telling of each as it comes. Returns how many were caught. */
async function run(batch: readonly Mutant[]): Promise<number> {
  const names = batch.map(({ name }) => name).join(';');
  const options = ['--mutants', names, '--server', server.url, '--seeds', SEEDS.join()];
  const child = spawn(process.execPath, ['--import', here('from-build.mjs'), here('mutants-run.ts'), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let caught = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { name, caught: by } = JSON.parse(line) as { name: string; caught: string | null };
    const isCaught = by !== null && !by.startsWith('it broke');
    console.log(isCaught ? `caught    ${name}\n            ${by}` : `SURVIVED  ${name}${by ? ` (${by})` : ''}`);
    if (isCaught) caught++;
  }
  return caught;
}
