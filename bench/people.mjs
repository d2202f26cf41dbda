// Who asks, and for what.
import { chance } from './figures.mjs';
import { PEERS } from './peers.mjs';

/** So many people take turns in reading. */
const SAMPLED = 250;
/** So many tasks of everyone are left to the comparison, where they have enough. */
const SPARED = 20;

/** Those who ask: of every profession, at most so many, with their cases, the tasks that they can start and those that are spared for the comparison. */
export async function peopleOf(ground, world, most = Infinity) {
  const people = await ground.ask(
    world,
    `select s.id, s.role, (select array_agg(case_id order by case_id) from plain.case_member m where m.staff_id = s.id) as cases,
            (select json_agg(json_build_object('id', t.id, 'caseId', t.case_id) order by t.id) from plain.task t where t.owner_id = s.id and t.status = 'ACCEPTED') as tasks
       from plain.staff s order by s.id`,
  );
  const able = people.filter(({ cases, tasks }) => cases && tasks?.length > 2);
  // Professions go round by fives: a step that is no multiple of five meets all of them.
  const step = stepOf(able.length, most);
  return able
    .filter((_, at) => at % step === 0)
    .map(({ tasks, ...person }) => {
      const spared = Math.min(SPARED, tasks.length >> 1);
      return { ...person, spared: tasks.slice(0, spared), tasks: tasks.slice(spared) };
    });
}

function stepOf(count, most) {
  const step = Math.max(1, Math.ceil(count / most));
  return step > 1 && step % 5 === 0 ? step + 1 : step;
}

/** Each task can be started once in a copy of the world. */
export function drawTasks(people) {
  const tasks = people.flatMap((staff) => staff.tasks.map(({ id }) => ({ staff, id })));
  const rand = chance(11);
  for (let at = tasks.length - 1; at > 0; at--) {
    const other = Math.floor(rand() * (at + 1));
    [tasks[at], tasks[other]] = [tasks[other], tasks[at]];
  }
  return tasks;
}

export function asking(name, people, tasks, work, connections, seed) {
  const peer = PEERS[name];
  const rand = chance(seed * 100 + connections);
  const step = stepOf(people.length, SAMPLED);
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

/** Everyone asks once for their own tasks, as they do before they act on one. */
export function lookingAround(name, people) {
  const peer = PEERS[name];
  const left = [...people];
  const next = () => {
    const staff = left.pop();
    return (
      staff && { headers: { 'content-type': 'application/json', authorization: `Bearer ${peer.token(staff)}` }, ...peer.ask.q2(staff) }
    );
  };
  return { connections: 4, seconds: Infinity, next };
}
