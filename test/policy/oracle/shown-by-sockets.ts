import { Live } from '../../../src/commands/scenario/live.js';
import type { Scene } from './channels.js';
import { capacitiesOn, isCurrent } from './capacities.js';
import { appendTo, setClock, tokenOf } from './fill.js';
import { maySee } from './policy.js';
import { DAY_MS } from './town.js';
import { rowsOf, type Case, type Person, type Row, type World } from './world.js';

/** How long everybody keeps their sockets open, until some of what was agreed is over. */
export const LATER_DAYS = 10;

/** What nobody watches: to be done with it says nothing but that everything asked before was answered. */
const NOWHERE = { caseId: '00000000-0000-0000-0000-000000000000' };

/** A person with three sockets: one watches every case that it may, one every session of a series, one the inbox. */
interface Watching {
  readonly person: Person;
  readonly cases: Live;
  readonly sessions: Live;
  readonly inbox: Live;
}

/**
 * Everybody watches every case and their inbox from the beginning; then something more happens, and then the clock goes on and somebody's
 * access changes: who is pointed to what, and who is told that they see a case no more.
 */
export async function bySockets(scene: Scene): Promise<void> {
  const { world, instant, url } = scene;
  const watching: Watching[] = [];
  for (const person of world.people) watching.push(await watchAll(scene, person));
  const known = rowsOf(world, 'TrailEntry');
  for (const one of watching) compare(scene, one, known, 'caught-up', instant);
  const [meanwhile, last] = [world.later.slice(0, -1), world.later.slice(-1)];
  await happens(scene, watching, known.length, meanwhile);
  for (const one of watching) compare(scene, one, meanwhile, 'live', instant);
  const then = new Date(instant.getTime() + LATER_DAYS * DAY_MS);
  await setClock(url, then);
  await happens(scene, watching, known.length + meanwhile.length, last);
  for (const one of watching) {
    compare(scene, one, last, 'later', then);
    drops(scene, one, then, 'dropped at once', ({ id }) => id === last[0]!.caseId);
    await isDescribed(one);
    drops(scene, one, then, 'dropped', () => true);
    for (const live of [one.cases, one.sessions, one.inbox]) live.close();
  }
}

/** Adds entries, and waits until everything that they lead to has arrived: answers keep their order, so a question asked now is answered last. */
async function happens({ product, url }: Scene, watching: readonly Watching[], head: number, entries: readonly Row[]): Promise<void> {
  await appendTo(url, entries);
  await product.spine.tail.reached(head + entries.length);
  for (const { cases, sessions, inbox } of watching)
    await Promise.all([cases.unwatch({ inbox: true }), sessions.unwatch({ inbox: true }), inbox.unwatch(NOWHERE)]);
}

/** Whoever asks to watch is described anew: what ended by the clock alone, and around no entry, is noticed then, for all their sockets. */
async function isDescribed({ cases, inbox }: Watching): Promise<void> {
  await inbox.watch({ inbox: true });
  await cases.unwatch({ inbox: true });
}

async function watchAll({ product, world, tally, instant }: Scene, person: Person): Promise<Watching> {
  const connect = () => Live.connect(product.address, tokenOf(person.id));
  const [cases, sessions, inbox] = [await connect(), await connect(), await connect()];
  for (const one of world.cases) {
    const answer = await cases.watch({ caseId: one.id, after: 0 });
    tally.decide(person, caseRow(world, one), 'watch', answer.ok, isSeen(world, person, one, instant));
  }
  for (const session of sessionsOfSeries(world)) {
    const answer = await sessions.watch({ sessionId: session.id, after: 0 });
    tally.decide(person, session, 'watch session', answer.ok, maySee(world, person, session, instant));
  }
  await inbox.watch({ inbox: true, after: 0 });
  return { person, cases, sessions, inbox };
}

const sessionsOfSeries = (world: World) => rowsOf(world, 'ConferenceSession').filter(({ seriesId }) => seriesId);

/** A watched case points to what may be seen of it, the inbox to what is addressed to somebody or an agency of theirs. */
function compare(
  { world, tally, instant }: Scene,
  { person, cases, sessions, inbox }: Watching,
  entries: readonly Row[],
  when: string,
  at: Date,
): void {
  const first = entries[0]!.seq as number;
  const last = entries.at(-1)!.seq as number;
  const shown = ({ pointers }: Live) => pointers.filter(({ seq }) => seq >= first && seq <= last).map(({ seq }) => String(seq));
  const sees = (row: Row) => maySee(world, person, row, at);
  // Whoever did not see a case when the watch began does not watch it, also when they see it later.
  const isWatched = (one: Case) => isSeen(world, person, one, instant) && isSeen(world, person, one, at);
  const watches = ({ caseId }: Row) => world.cases.some((one) => one.id === caseId && isWatched(one));
  const ofWatched = ({ sessionId }: Row) =>
    sessionsOfSeries(world).some((one) => one.id === sessionId && maySee(world, person, one, instant) && maySee(world, person, one, at));
  const addresses = [person.id, ...person.postings.filter((posting) => isCurrent(posting, at)).map(({ agencyId }) => agencyId)];
  const isAddressed = (row: Row) => (row.to as string[]).some((id) => addresses.includes(id));
  tell(tally, person, entries, `sockets ${when}`, shown(cases), (row) => watches(row) && sees(row));
  tell(tally, person, entries, `session socket ${when}`, shown(sessions), (row) => ofWatched(row) && sees(row));
  tell(tally, person, entries, `inbox socket ${when}`, shown(inbox), (row) => isAddressed(row) && sees(row));
}

function tell(
  tally: Scene['tally'],
  person: Person,
  rows: readonly Row[],
  channel: string,
  shown: readonly string[],
  is: (row: Row) => boolean,
) {
  const ids = new Set(shown);
  for (const row of rows) tally.decide(person, row, channel, ids.has(row.id), is(row));
}

/** Whoever saw one of these cases, and sees it no more, is told so, and nobody else. */
function drops(
  { world, tally, instant }: Scene,
  { person, cases }: Watching,
  then: Date,
  channel: string,
  which: (one: Case) => boolean,
): void {
  for (const one of world.cases.filter(which)) {
    const isOver = isSeen(world, person, one, instant) && !isSeen(world, person, one, then);
    tally.decide(person, caseRow(world, one), channel, cases.dropped.includes(one.id), isOver);
  }
}

const isSeen = (world: World, person: Person, one: Case, at: Date) => capacitiesOn(world, person, one, at).length > 0;
const caseRow = (world: World, one: Case) => rowsOf(world, 'SupportCase').find(({ id }) => id === one.id)!;
