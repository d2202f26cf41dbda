import { broken, BROKEN } from '../faults/broken.mjs';
import { tell } from '../faults/report.js';
import { faultRun } from '../faults/run.js';

/* A slice of `npm run faults`: the product as two programs over a database of their own, all of which are killed, cut off and held up. */

const SECONDS = 20;

it('loses, doubles and misses nothing while processes, connections and the database fail', async () => {
  const lines: string[] = [];
  const seed = 20_261_125;
  const outcome = await faultRun({
    seed,
    seconds: SECONDS,
    nodes: 2,
    people: 8,
    everyMs: 1_500,
    broken: null,
    say: (line) => lines.push(line),
  });
  const isSound = tell(outcome, (line) => lines.push(line));
  expect({ isSound, said: isSound ? null : lines.join('\n') }).toEqual({ isSound: true, said: null });
  expect(outcome.verdict.acknowledged).toBeGreaterThan(8);
  expect(outcome.happened.size).toBeGreaterThan(0);
}, 240_000);

it.each(Object.entries(BROKEN))('%s: what `npm run faults:broken` breaks on purpose is still there to be broken', (_, { changes }) => {
  for (const change of changes) expect(() => broken(change)).not.toThrow();
});
