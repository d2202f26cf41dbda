import { parseArgs } from 'node:util';
import { tell } from './report.js';
import { faultRun } from './run.js';

/*
 * `npm run faults [-- --minutes 5] [-- --seed N] [-- --nodes 2] [-- --people 16] [-- --every 1700] [-- --break NAME]`
 * `-- --rolling` breaks nothing, and stops and starts the nodes in turn, as an upgrade does.
 * `-- --nginx` puts nginx, which has to be installed, between people and nodes.
 * Lets people work on several nodes while processes, connections, disks and clocks fail, and proves from what they remember and what is in the
 * database that nothing was lost, doubled or missed. Ends with 0 when so, with 1 otherwise.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    nodes: { type: 'string', default: '2' },
    people: { type: 'string', default: '16' },
    every: { type: 'string', default: '1700' },
    break: { type: 'string' },
    rolling: { type: 'boolean', default: false },
    nginx: { type: 'boolean', default: false },
  },
});
console.log(`seed ${values.seed}${values.break ? `, with a fault built in: ${values.break}` : ''}`);
const outcome = await faultRun({
  seed: Number(values.seed),
  seconds: Number(values.minutes) * 60,
  nodes: Number(values.nodes),
  people: Number(values.people),
  everyMs: Number(values.every),
  broken: values.break ?? null,
  isRolling: values.rolling,
  isProxied: values.nginx,
  say: (line) => console.log(line),
});
process.exitCode = tell(outcome, (line) => console.log(line)) ? 0 : 1;
