// Is it the same work? Every peer's answers beside the floor's, and what must be refused.
import { isDeepStrictEqual } from 'node:util';
import { chance } from './figures.mjs';
import { PEERS } from './peers.mjs';

const tidy = (value) => {
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .filter((key) => value[key] !== null && value[key] !== undefined)
      .map((key) => [key, tidy(value[key])]),
  );
};

async function answer(name, { port }, staff, work, asked) {
  const peer = PEERS[name];
  const { path, body } = peer.ask[work](staff, asked);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${peer.token(staff)}` };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
  const text = await response.text();
  return peer.failed(response.status, text) ? null : (tidy(peer.read[work](JSON.parse(text))) ?? null);
}

/** Throws with the first difference; returns how many answers were compared. */
export async function compare(running, people, sample = 40) {
  const rand = chance(7);
  const pick = (list) => list[Math.floor(rand() * list.length)];
  let compared = 0;
  const must = (holds, what) => {
    compared += 1;
    if (!holds) throw new Error(`Not the same work: ${what}`);
  };
  const alike = async (staff, work, asked) => {
    const want = await answer('floor', running.floor, staff, work, asked);
    for (const [name, peer] of Object.entries(running)) {
      if (name === 'floor') continue;
      const got = await answer(name, peer, staff, work, asked);
      must(isDeepStrictEqual(got, want), `${name} ${work} for ${staff.id}\n want ${JSON.stringify(want)}\n got  ${JSON.stringify(got)}`);
    }
    return want;
  };
  for (let round = 0; round < sample; round++) {
    const staff = pick(people);
    const shown = await alike(staff, 'q1', pick(staff.cases));
    must((shown.healthNote !== undefined) === (staff.role === 'PUBLIC_HEALTH_NURSE'), `what ${staff.role} reads`);
    await alike(staff, 'q2');
    await alike(staff, 'q3');
    const foreign = pick(pick(people).cases);
    if (!staff.cases.includes(foreign)) must((await alike(staff, 'q1', foreign)) === null, 'a case of others is shown');
    const { id, caseId } = staff.spared[round % staff.spared.length];
    const outsider = people.find(({ cases }) => !cases.includes(caseId));
    const task = { id, version: 1 };
    must((await alike(outsider, 'm1', task)) === null, 'somebody else starts a task');
    // A task is drawn at most once: it may have been started by an earlier round.
    const started = await alike(staff, 'm1', task);
    if (started) must(started.version === 2 && started.status === 'IN_PROGRESS', 'a started task');
    must((await alike(staff, 'm1', task)) === null, 'a stale version is accepted');
  }
  return compared;
}
