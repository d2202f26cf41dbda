import { Differs } from './differs.js';
import type { Json } from './person.js';
import type { Player } from './player.js';
import type { Story } from './story.js';

/** A row as its next verb needs it. */
export interface Found {
  readonly id: string;
  readonly version: number;
}

const found = (rows: readonly Json[], what: string, who: Player): Found => {
  const row = rows.find((one) => one.what === what);
  if (row) return row;
  throw new Differs(`${who.name} was to find "${what}", but does not see it.`);
};

/** The task with these words, as someone sees it now. */
export async function taskOf(story: Story, who: Player, what: string): Promise<Found> {
  const { tasks } = await who.person.ask('query ($caseId: Uuid!) { tasks(caseId: $caseId) { id version what } }', { caseId: story.caseId });
  return found(tasks, what, who);
}

/** The item with these words on the agenda of the session under way. */
export async function itemOf(story: Story, who: Player, what: string): Promise<Found> {
  const query = 'query ($id: Uuid!) { conferenceSession(id: $id) { agenda { id version what } } }';
  return found((await who.person.ask(query, { id: story.sessionId })).conferenceSession.agenda, what, who);
}

/** The issue with these words. */
export async function issueOf(story: Story, who: Player, what: string): Promise<Found> {
  const query = 'query ($id: Uuid!) { case(id: $id) { issues { id version what } } }';
  return found((await who.person.ask(query, { id: story.caseId })).case.issues, what, who);
}

/** The day in Japan of the last entry about the case that someone sees: today, also when midnight passes meanwhile. */
export async function lastDay(story: Story, who: Player): Promise<string> {
  const { trail } = await who.person.ask('query ($caseId: Uuid!) { trail(caseId: $caseId, first: 500) { at } }', { caseId: story.caseId });
  return new Date(trail.at(-1).at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });
}
