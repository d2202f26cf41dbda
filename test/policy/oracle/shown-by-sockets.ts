import { Live } from '../../../src/commands/scenario/live.js';
import { appendTo, tokenOf } from './fill.js';
import type { Scene } from './channels.js';
import { capacitiesOn } from './policy.js';
import { rowsOf, type Person, type Row } from './world.js';

/** Everybody watches every case and their inbox from the beginning, then something more happens: who is pointed to what. */
export async function bySockets(scene: Scene): Promise<void> {
  const watching: { person: Person; live: Live }[] = [];
  for (const person of scene.world.people) watching.push({ person, live: await watchAll(scene, person) });
  const head = rowsOf(scene.world, 'TrailEntry').length;
  for (const { person, live } of watching) compare(scene, person, live, rowsOf(scene.world, 'TrailEntry'), 'caught-up');
  await appendTo(scene.url, scene.world.later);
  await scene.product.spine.tail.reached(head + scene.world.later.length);
  for (const { person, live } of watching) {
    // Answers keep their order: what was pointed to before this one has arrived with it.
    await live.unwatch({ inbox: true });
    compare(scene, person, live, scene.world.later, 'live');
    live.close();
  }
}

async function watchAll({ product, world, tally, instant }: Scene, person: Person): Promise<Live> {
  const live = await Live.connect(product.address, tokenOf(person.id));
  for (const one of world.cases) {
    const answer = await live.watch({ caseId: one.id, after: 0 });
    const row = rowsOf(world, 'SupportCase').find(({ id }) => id === one.id)!;
    tally.decide(person, row, 'watch', answer.ok, capacitiesOn(world, person, one, instant).length > 0);
  }
  return live;
}

function compare({ tally }: Scene, person: Person, live: Live, entries: readonly Row[], channel: string): void {
  const first = entries[0]!.seq as number;
  const shown = live.pointers.filter(({ seq, caseId }) => caseId !== null && seq >= first).map(({ seq }) => String(seq));
  const ofCases = entries.filter(({ caseId }) => caseId !== null);
  tally.decideAll(person, ofCases, `sockets ${channel}`, shown);
}
