import { broken, BROKEN } from './broken.mjs';
import { tell } from './report.js';
import { faultRun } from './run.js';

/*
 * `npm run faults:broken [-- NAME …]`: the same run over products that are broken on purpose, all or those named. Ends with 0 when the checker found
 * something wrong with each.
 */

const SECONDS = 20;
const EVERY_MS = 2_500;
const TRIES = 3;

/** What the checker said was wrong, of the first run in which anything was. Chance decides whether a fault shows: some seeds are tried. */
async function findingsIn(name: string): Promise<string | null> {
  for (let seed = 1; seed <= TRIES; seed++) {
    const lines: string[] = [];
    const kinds = BROKEN[name]!.shownBy;
    const plan = { seed, seconds: SECONDS, nodes: 2, people: 16, everyMs: EVERY_MS, broken: name, kinds, say: () => undefined };
    const isSound = tell(await faultRun(plan), (line) => lines.push(line));
    console.log(`   seed ${seed}: ${lines.at(-1)}`);
    if (isSound) continue;
    const at = lines.findIndex((line) => line.startsWith('WRONG'));
    return lines
      .slice(at, at + 2)
      .map((line) => line.trim())
      .join(', such as ');
  }
  return null;
}

const names = process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(BROKEN);
for (const change of names.flatMap((name) => BROKEN[name]!.changes)) broken(change);
let missed = 0;
for (const name of names) {
  console.log(`── ${name}: ${BROKEN[name]!.what}`);
  const found = await findingsIn(name);
  console.log(found ? `FOUND ${name}: ${found}` : `NOT FOUND ${name}`);
  if (!found) missed += 1;
}
console.log(`${names.length - missed} of ${names.length} broken products were found.`);
process.exitCode = missed === 0 ? 0 : 1;
