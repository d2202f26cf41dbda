import { ask } from './ask.js';
import type { Channel, Scene } from './channels.js';
import type { Answered } from './links.js';
import { dayOf, rowsOf, type Person, type Row, type World } from './world.js';

/* Who answers for what today, of a case, of an agency with those below it, and of a person: as lists and to print. */

const HELD: Readonly<Record<string, string>> = {
  keyPersons: 'KeyPersonTerm',
  seats: 'Seat',
  tasks: 'Task',
  issues: 'Issue',
  roles: 'RoleAllocation',
  handovers: 'KeyPersonHandover',
};
/** In which states something still waits for somebody; a declined task for a new owner. */
const BINDING: Readonly<Record<string, readonly string[]>> = {
  Task: ['OFFERED', 'ACCEPTED', 'IN_PROGRESS', 'DECLINED'],
  Issue: ['OPEN'],
  KeyPersonHandover: ['OFFERED'],
};

const LISTS = `{ ${Object.keys(HELD).join(' { id } ')} { id } }`;
/** Of how many people and agencies everybody is asked. */
const MOST_ASKED = 4;

type Answer = { responsibility: Record<string, Answered[]>; responsibilityCsv: string } | null;

export const byResponsibility: Channel = async (scene, person) => {
  for (const one of rowsOf(scene.world, 'SupportCase')) await ofCase(scene, person, one);
  const at = scene.world.people.indexOf(person);
  const around = <T>(all: readonly T[]) => [...all, ...all].slice(at, at + MOST_ASKED);
  for (const { id: staffId } of around(scene.world.people)) {
    await ofSubject(scene, person, { staffId }, (row) => row.staffId === staffId || row.fromStaffId === staffId);
  }
  for (const { id: agencyId } of [scene.world.agencies[0]!, ...around(scene.world.agencies)]) {
    const below = withBelow(scene.world, agencyId);
    await ofSubject(scene, person, { agencyId }, (row) => below.has(row.agencyId!));
  }
};

/** Hand-overs are told with the cases that an agency or a person answers for, so they are compared on cases only. */
async function ofSubject(scene: Scene, person: Person, subject: { staffId?: string; agencyId?: string }, concerns: (row: Row) => boolean) {
  const { world, instant, tally } = scene;
  const asked = `query ($agencyId: Uuid, $staffId: Uuid, $on: CalendarDate!) { responsibility(agencyId: $agencyId, staffId: $staffId, on: $on) ${LISTS} }`;
  const answer = await ask<Answer>(scene, person, asked, { ...subject, on: dayOf(instant) });
  const [kind] = Object.keys(subject);
  for (const [name, type] of Object.entries(HELD).filter(([, held]) => held !== 'KeyPersonHandover')) {
    const shown = answer!.responsibility[name]!.map(({ id }) => id!);
    const isHeld = (_: Person, row: Row) => concerns(row) && binds(scene, person, row);
    tally.decideAll(person, rowsOf(world, type), `responsibility ${kind} ${name}`, shown, isHeld);
  }
}

async function ofCase(scene: Scene, person: Person, one: Row): Promise<void> {
  const { world, instant, tally } = scene;
  const asked = `query ($id: Uuid!, $on: CalendarDate!) { responsibility(caseId: $id, on: $on) ${LISTS} responsibilityCsv(caseId: $id, on: $on) }`;
  const answer = await ask<Answer>(scene, person, asked, { id: one.id, on: dayOf(instant) });
  const isHeld = (_: Person, row: Row) => binds(scene, person, row);
  for (const [name, type] of Object.entries(HELD)) {
    const rows = rowsOf(world, type).filter(({ caseId }) => caseId === one.id);
    tally.decideAll(
      person,
      rows,
      `responsibility.${name}`,
      (answer?.responsibility[name] ?? []).map(({ id }) => id!),
      isHeld,
    );
    // What was missed is printed too, so that only what nobody may know, and what binds, is certain.
    for (const row of rows.filter((it) => ['Task', 'Issue'].includes(type) && (!tally.truth(person, it) || isHeld(person, it)))) {
      tally.decide(person, row, 'responsibilityCsv', Boolean(answer?.responsibilityCsv.includes(row.what as string)));
    }
  }
}

/** The row binds somebody, on a case that this person sees, and they see what the trail says of it last. A closed case binds nobody; its seats still read it. */
function binds({ world, tally }: Scene, person: Person, row: Row): boolean {
  const one = rowsOf(world, 'SupportCase').find(({ id }) => id === row.caseId)!;
  const isUnfinished = BINDING[row.type]?.includes(row.status!) ?? row.until === null;
  const last = rowsOf(world, 'TrailEntry').findLast(({ aboutId }) => aboutId === row.id);
  return (
    isUnfinished &&
    (one.status === 'OPEN' || row.type === 'Seat') &&
    tally.truth(person, one) &&
    last !== undefined &&
    tally.truth(person, last)
  );
}

function withBelow(world: World, id: string): Set<string> {
  const below = world.agencies.filter(({ parentId }) => parentId === id);
  return new Set([id, ...below.flatMap((agency) => [...withBelow(world, agency.id)])]);
}
