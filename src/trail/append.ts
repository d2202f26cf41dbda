import type { EntityManager } from 'typeorm';
import { refuseWords, type Draft } from './entry.js';

/** Seals the drafts onto the chain. The last statement of a transaction: it holds the chain's lock until commit. */
export async function append(manager: EntityManager, drafts: readonly Draft[]): Promise<number> {
  for (const draft of drafts) {
    refuseWords(draft.state);
    refuseWords(draft.data);
  }
  const [row] = await manager.query<{ seq: string }[]>('select append_trail($1::jsonb) as seq', [JSON.stringify(drafts)]);
  return Number(row?.seq);
}
