// All peers on the same world, in turns, and what came of it.
import { readFileSync } from 'node:fs';
import { drive } from './load.mjs';
import { launch, stop } from './launch.mjs';
import { asking, drawTasks, lookingAround, peopleOf } from './people.mjs';
import { PEERS } from './peers.mjs';
import { compare } from './same.mjs';
import { statementsOf } from './statements.mjs';
import { print } from './table.mjs';

const FIRST_PORT = 4610;

export async function race(ground, options, size = { cases: 20_000, staff: 2_000 }) {
  const world = await ground.world(size.cases, size.staff);
  const people = await peopleOf(ground, world, size.askers);
  const running = {};
  const runs = [];
  try {
    for (const name of options.peers) running[name] = await open(ground, world, name, options);
    const compared = await compare(running, people);
    console.log(`${compared} answers compared, no difference`);
    // Whoever starts a task has had it before their eyes.
    for (const name of options.peers) {
      await drive({ ...running[name], ...lookingAround(name, people), postgres: ground.pid, failed: PEERS[name].failed });
      // As autovacuum does within a minute: what was planned over tables that were empty then is planned anew.
      await ground.ask(running[name].database, 'analyze');
    }
    const tasks = Object.fromEntries(options.peers.map((name) => [name, drawTasks(people)]));
    const statements = {};
    for (const name of options.peers)
      statements[name] = await statementsOf(ground, running[name], (work) => asking(name, people, tasks[name], work, 1, 99), options.works);
    console.log('everyone has looked around, statements are counted');
    const starts = Math.floor(drawTasks(people).length / (options.rounds * options.connections.length));
    for (const turn of turnsOf(options)) {
      const { round, work, connections, name } = turn;
      const next = asking(name, people, tasks[name], work, connections, round);
      const most = work === 'm1' ? starts : Infinity;
      const go = (seconds, part) =>
        drive({ ...running[name], postgres: ground.pid, connections, seconds, next: upTo(most * part, next), failed: PEERS[name].failed });
      await go(round === 1 ? options.warmSeconds : 0.4, 0.3);
      const run = { ...turn, ...(await go(options.seconds, 0.6)) };
      if (run.errors > 0) throw new Error(`${name} ${work}: ${run.errors} errors, first ${run.firstError}`);
      runs.push(run);
      console.log(`${round} ${work} ${connections} ${name.padEnd(12)} ${run.perSecond.toFixed(0)}/s  p50 ${run.p50.toFixed(2)} ms`);
    }
    return { at: new Date().toISOString(), size, compared, statements, runs, summary: print(runs, statements, options) };
  } finally {
    for (const peer of Object.values(running)) {
      await stop(peer);
      await ground.drop(peer.database);
    }
  }
}

async function open(ground, world, name, { profile }) {
  const database = `peer_${name}`;
  await ground.copy(world, database);
  const { sql } = PEERS[name];
  if (sql) await ground.ask(database, readFileSync(new URL(sql, import.meta.url), 'utf8'));
  // The world was vacuumed before it was copied; only sessions are new.
  await ground.ask(database, 'vacuum analyze session');
  const options = profile
    ? ['--cpu-prof', `--cpu-prof-dir=${new URL('out', import.meta.url).pathname}`, `--cpu-prof-name=${name}.cpuprofile`]
    : [];
  return { database, ...(await launch(name, ground, database, FIRST_PORT + Object.keys(PEERS).indexOf(name), options)) };
}

/** Tasks can be started once: nobody's turn takes more than its share of them, however fast they are. */
function upTo(most, next) {
  let left = most;
  return () => (left-- > 0 ? next() : null);
}

/** Every peer comes right after the others, in an order that turns with the rounds. */
const turnsOf = ({ peers, works, connections, rounds }) =>
  Array.from({ length: rounds }, (_, at) => at + 1).flatMap((round) =>
    works.flatMap((work) =>
      connections.flatMap((count) => turned(peers, round).map((name) => ({ round, work, connections: count, name }))),
    ),
  );

const turned = (list, by) => list.map((_, at) => list[(at + by) % list.length]);
