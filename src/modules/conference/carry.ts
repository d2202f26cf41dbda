import type { Work } from '../../database/work.js';
import { AgendaItem } from './agenda-item.entity.js';
import type { ConferenceSession } from './conference-session.entity.js';

/**
 * Puts on the agenda of a session what earlier sessions left unfinished, each with the reason why it is back: minutes that not everyone has
 * confirmed, open and declined tasks, open issues, items carried over or deferred until now, and in a series what its kind brings by itself.
 * The database brings it (`unfinished_for`), whatever the person who acts may see of it: nothing is left behind, and each item keeps the
 * case and category of what it is about. What is there already gets its reason anew: a task that was open is overdue now.
 */
export async function bringBack(work: Work, sessionId: string): Promise<AgendaItem[]> {
  const items = await work.scope.changed(AgendaItem, 'bring_back($1)', sessionId);
  for (const item of items) work.record('agenda.item-carried', item, { fromId: item.fromId, because: item.because });
  return items;
}

/** Brings it to the next session of a series, once the one before it is over. */
export async function bringToNext(work: Work, { seriesId }: ConferenceSession): Promise<void> {
  const next = seriesId && (await work.scope.unseen.nextSessionOf(seriesId));
  if (next) await bringBack(work, next);
}

/** Leaves unsettled what the person who closes a session could not see: it comes back by itself. Answers it, to be recorded. */
export const leaveUnsettled = (work: Work, { id }: ConferenceSession): Promise<AgendaItem[]> =>
  work.scope.changed(AgendaItem, 'leave_unsettled($1)', id);
