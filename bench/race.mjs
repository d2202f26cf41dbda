// All peers on the same world, in turns, and what came of it.
import { chance, median } from './figures.mjs';
import { drive } from './load.mjs';
import { launch, PEERS, stop } from './peers.mjs';
import { compare, SPARED } from './same.mjs';
import { statementsOf } from './statements.mjs';
import { print } from './table.mjs';

const FIRST_PORT = 4610;
const WARM_SECONDS = 3;
const SAMPLED = 250;

export async function race(ground, options, size = { cases: 20_000, staff: 2_000 }) {
  const world = await ground.world(size.cases, size.staff);
  const people = await peopleOf(ground, world);
  const running = {};
  const runs = [];
  try {
    for (const name of options.peers) running[name] = await open(ground, world, name, options);
    const compared = await compare(running, people);
    console.log(`${compared} answers compared, no difference`);
    const tasks = Object.fromEntries(options.peers.map((name) => [name, drawTasks(people)]));
    const statements = {};
    for (const name of options.peers)
      statements[name] = await statementsOf(ground, running[name], (work) => asking(name, people, tasks[name], work, 1, 99), options.works);
    for (let round = 1; round <= options.rounds; round++) {
      for (const work of options.works) {
        for (const connections of options.connections) {
          for (const name of turned(options.peers, round)) {
            const go = (seconds) =>
              drive({
                ...running[name],
                postgres: ground.pid,
                connections,
                seconds,
                next: asking(name, people, tasks[name], work, connections, round),
                failed: PEERS[name].failed,
              });
            await go(round === 1 ? WARM_SECONDS : 0.4);
            const run = { round, work, connections, name, ...(await go(options.seconds)) };
            if (run.errors > 0) throw new Error(`${name} ${work}: ${run.errors} errors, first ${run.firstError}`);
            runs.push(run);
            console.log(`${round} ${work} ${connections} ${name.padEnd(12)} ${run.perSecond.toFixed(0)}/s  p50 ${run.p50.toFixed(2)} ms`);
          }
        }
      }
    }
    return { at: new Date().toISOString(), size, compared, statements, runs, summary: print(runs, statements, options) };
  } finally {
    for (const peer of Object.values(running)) await stop(peer);
  }
}

async function open(ground, world, name, { profile }) {
  const database = `peer_${name}`;
  await ground.copy(world, database);
  const { sql } = PEERS[name];
  if (sql) await ground.ask(database, (await import('node:fs')).readFileSync(new URL(sql, import.meta.url), 'utf8'));
  await ground.ask(database, 'vacuum analyze');
  const options = profile
    ? ['--cpu-prof', `--cpu-prof-dir=${new URL('out', import.meta.url).pathname}`, `--cpu-prof-name=${name}.cpuprofile`]
    : [];
  return { database, ...(await launch(name, ground, database, FIRST_PORT + Object.keys(PEERS).indexOf(name), options)) };
}

/** Those who ask: some of everyone, of every profession, with their cases and the tasks that they can start. */
async function peopleOf(ground, world) {
  const people = await ground.ask(
    world,
    `select s.id, s.role, (select array_agg(case_id order by case_id) from plain.case_member m where m.staff_id = s.id) as cases,
            (select json_agg(json_build_object('id', t.id, 'caseId', t.case_id) order by t.id) from plain.task t where t.owner_id = s.id and t.status = 'ACCEPTED') as tasks
       from plain.staff s order by s.id`,
  );
  return people.filter(({ cases, tasks }) => cases && tasks?.length > SPARED);
}

/** Each task can be started once in a copy of the world. */
function drawTasks(people) {
  const tasks = people.flatMap((staff) => staff.tasks.slice(SPARED).map(({ id }) => ({ staff, id })));
  const rand = chance(11);
  for (let at = tasks.length - 1; at > 0; at--) {
    const other = Math.floor(rand() * (at + 1));
    [tasks[at], tasks[other]] = [tasks[other], tasks[at]];
  }
  return tasks;
}

function asking(name, people, tasks, work, connections, seed) {
  const peer = PEERS[name];
  const rand = chance(seed * 100 + connections);
  const step = Math.max(1, Math.floor(people.length / SAMPLED));
  const rotation = people.filter((_, at) => at % step === 0);
  const headersOf = new Map();
  const headers = (staff) => {
    if (!headersOf.has(staff.id))
      headersOf.set(staff.id, { 'content-type': 'application/json', authorization: `Bearer ${peer.token(staff)}` });
    return headersOf.get(staff.id);
  };
  return () => {
    if (work === 'm1') {
      const task = tasks.pop();
      return task && { headers: headers(task.staff), ...peer.ask.m1(task.staff, { id: task.id, version: 1 }) };
    }
    const staff = rotation[Math.floor(rand() * rotation.length)];
    return { headers: headers(staff), ...peer.ask[work](staff, staff.cases[Math.floor(rand() * staff.cases.length)]) };
  };
}

const turned = (list, by) => list.map((_, at) => list[(at + by) % list.length]);

export const summarised = (runs, pick) => Object.fromEntries(pick.map((key) => [key, median(runs.map((run) => run[key]))]));
