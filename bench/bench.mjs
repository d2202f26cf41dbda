/**
 * The product beside the floor (hand-written SQL) and PostGraphile, on the same work, the same machine, in turns: `npm run bench`.
 * `-- --quick` is shorter, `-- --work q1,m1`, `-- --connections 32`, `-- --peers floor,tsunagi` narrow it, `-- --growth` measures how the cost
 * of a request grows with the data. Figures go to bench/out/results.json.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Ground, here } from './ground.mjs';
import { grow } from './growth.mjs';
import { race } from './race.mjs';

const { values: wanted } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    peers: { type: 'string', default: 'floor,postgraphile,tsunagi' },
    work: { type: 'string', default: 'q1,q2,q3,m1' },
    connections: { type: 'string', default: '1,32' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});

if (!existsSync(here('peers/node_modules'))) {
  console.log('installing the peers');
  execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here('peers'),
    stdio: 'inherit',
  });
}
execFileSync('taskset', ['-acp', '1', String(process.pid)], { stdio: 'ignore' });

const ground = await Ground.open();
try {
  const options = {
    peers: wanted.peers.split(','),
    works: wanted.work.split(','),
    connections: wanted.connections.split(',').map(Number),
    rounds: Number(wanted.rounds),
    seconds: Number(wanted.seconds ?? (wanted.quick ? 2 : 6)),
    profile: wanted.profile,
  };
  const results = await (wanted.growth ? grow : race)(ground, options);
  writeFileSync(here(`out/${wanted.growth ? 'growth' : 'results'}.json`), JSON.stringify(results, null, 1));
} finally {
  await ground.close();
}
