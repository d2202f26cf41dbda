import { BROKEN } from './broken.mjs';
import { tell } from './report.js';
import { faultRun } from './run.js';

/*
 * `npm run faults:broken`: the same run over products that are broken on purpose. Ends with 0 when the checker found something wrong with each.
 */

const SECONDS = 25;
const TRIES = 3;

/** Chance decides whether a fault shows: some seeds are tried. */
async function isFound(name: string): Promise<boolean> {
  for (let seed = 1; seed <= TRIES; seed++) {
    const lines: string[] = [];
    const plan = { seed, seconds: SECONDS, nodes: 2, people: 16, everyMs: 900, broken: name, say: () => undefined };
    const isSound = tell(await faultRun(plan), (line) => lines.push(line));
    console.log(lines.filter((line) => !line.startsWith(' ')).join('\n'));
    if (!isSound) return true;
  }
  return false;
}

let missed = 0;
for (const [name, { what }] of Object.entries(BROKEN)) {
  console.log(`\n── ${name}: ${what}`);
  const found = await isFound(name);
  console.log(found ? 'FOUND' : 'NOT FOUND');
  if (!found) missed += 1;
}
console.log(`\n${Object.keys(BROKEN).length - missed} of ${Object.keys(BROKEN).length} broken products were found.`);
process.exitCode = missed === 0 ? 0 : 1;
