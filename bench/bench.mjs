/**
 * The product beside the floor (hand-written SQL), PostGraphile and NestJS as tutorials write it, on the same work, the same machine, in turns: `npm run bench`.
 * `-- --quick` is shorter, `-- --work q1,m1`, `-- --connections 32`, `-- --peers floor,tsunagi` narrow it. `-- --growth` measures how the
 * cost of a request grows with the data and with the seats of a person (`--series data` or `seats` one of them, `--load` only makes the worlds).
 * Figures go to bench/out/results.json and growth.json (growth-data.json or growth-seats.json for one series).
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Ground, here } from './ground.mjs';
import { compilePeer, installPeers } from './install.mjs';

const { values: wanted } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    series: { type: 'string', default: 'both' },
    load: { type: 'boolean', default: false },
    peers: { type: 'string' },
    work: { type: 'string', default: 'q1,q2,q3,m1' },
    connections: { type: 'string', default: '1,32' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});

installPeers();
compilePeer('tutorial');
// What stands on the peers' packages can be read only now.
const { grow } = await import('./growth.mjs');
const { race } = await import('./race.mjs');
execFileSync('taskset', ['-acp', '1', String(process.pid)], { stdio: 'ignore' });

const ground = await Ground.open();
try {
  const options = {
    peers: (wanted.peers ?? (wanted.growth ? 'floor,tsunagi' : 'floor,postgraphile,tutorial,tsunagi')).split(','),
    works: wanted.work.split(','),
    connections: wanted.connections.split(',').map(Number),
    rounds: Number(wanted.rounds ?? (wanted.growth && wanted.quick ? 1 : 3)),
    seconds: Number(wanted.seconds ?? (wanted.quick ? 1 : 6)),
    warmSeconds: wanted.quick ? 1 : 3,
    profile: wanted.profile,
    series: wanted.series,
    load: wanted.load,
  };
  const results = await (wanted.growth ? grow : race)(ground, options);
  const file = !wanted.growth ? 'results' : wanted.series === 'both' ? 'growth' : `growth-${wanted.series}`;
  if (!wanted.load) writeFileSync(here(`out/${file}.json`), JSON.stringify(results, null, 1));
} finally {
  await ground.close();
}
