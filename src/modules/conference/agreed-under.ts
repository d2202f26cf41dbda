import type { Work } from '../../database/work.js';
import type { Matter } from '../../permissions/meeting-kinds.js';
import { invalid } from '../../refusal.js';
import { AgendaItem } from './agenda-item.entity.js';
import { ConferenceSession } from './conference-session.entity.js';
import { settleAsDecided } from './decide.js';
import { refuseUndecidable } from './may-decide.js';
import { takePart } from './under-way.js';

/**
 * The item under which a meeting agrees on something about a case, where it is named. `INVALID` at `input.itemId` for an item about another
 * case; `FORBIDDEN` for whoever has no part in the session; `CONFLICT` unless it is open and may decide on this, with its mandatory members there.
 */
export async function itemAgreedUnder(
  work: Work,
  caseId: string,
  itemId: string | null | undefined,
  matter: Matter,
): Promise<AgendaItem | null> {
  if (!itemId) return null;
  const { sessionId } = await work.scope.one(AgendaItem, itemId);
  const session = await work.lock(ConferenceSession, sessionId);
  const item = await work.lock(AgendaItem, itemId);
  if (item.caseId !== caseId)
    throw invalid('input.itemId', 'UNKNOWN', { ja: 'このケースの議題ではありません。', en: 'This is no item of this case.' });
  await takePart(work, session, caseId);
  await refuseUndecidable(work, session, matter);
  return item;
}

/** Notes on the item, if there is one, that the meeting decided. */
export const settleAgreed = async (work: Work, item: AgendaItem | null): Promise<void> => {
  if (item) await settleAsDecided(work, item);
};
